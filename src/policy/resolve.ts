import type { Config } from './config.ts';
import { matcherOf, type PathMatcher } from './globs.ts';
import { policyOf, type Overlay, type Policy } from './policy.ts';

type Resolver = (path: string) => Policy;

const resolvers = new WeakMap<Config, Map<Overlay | undefined, Resolver>>();

/**
 * The policy of a file. Files for which the same globs match share one policy.
 *
 * @param path path of the file relative to the config's folder, with `/`
 */
export function resolvePolicy(config: Config, path: string, overlay?: Overlay): Policy {
  let byOverlay = resolvers.get(config);
  if (byOverlay === undefined) {
    byOverlay = new Map();
    resolvers.set(config, byOverlay);
  }
  let resolver = byOverlay.get(overlay);
  if (resolver === undefined) {
    resolver = resolverOf(config, overlay ?? {});
    byOverlay.set(overlay, resolver);
  }
  return resolver(path);
}

const always: PathMatcher = () => true;

/** The configs themselves: what an entry allows stands in them, wherever else it may stand. */
const CONFIGS = '*leaklint.json';

function resolverOf(config: Config, overlay: Overlay): Resolver {
  const overrides = config.overrides ?? [];
  const allow = [...(config.allow ?? []), ...overrides.flatMap((each) => each.allow ?? [])];
  const isIgnored = matcherOf(config.ignore ?? []);
  const matchers = [
    ...overrides.map(({ files }) => matcherOf(files)),
    ...allow.map(({ path }) => (path === undefined ? always : matcherOf([path, CONFIGS]))),
  ];
  const policies = new Map<string, Policy>();

  return (path) => {
    const ignored = isIgnored(path);
    const matches = matchers.map((matcher) => matcher(path));
    const key = [ignored, ...matches].map(Number).join('');
    let policy = policies.get(key);
    if (policy === undefined) {
      const applied = overrides.filter((_, index) => matches[index]);
      const holds = new Set(allow.filter((_, index) => matches[overrides.length + index]));
      policy = policyOf({
        settings: [config, ...applied],
        custom: config.custom ?? [],
        ignored,
        allow: [config, ...applied]
          .flatMap((each) => each.allow ?? [])
          .filter((each) => holds.has(each)),
        overlay,
      });
      policies.set(key, policy);
    }
    return policy;
  };
}

import { createRequire } from 'node:module';
import { domainToASCII } from 'node:url';
import { generatedFile, type GeneratedFile } from './generated-file.mts';

const require = createRequire(import.meta.url);

/** The top-level domains of the root zone. */
export function tlds(): readonly GeneratedFile[] {
  const names = require('tlds') as readonly string[];
  const { version } = require('tlds/package.json') as { version: string };
  const aLabels = names.map((name) => domainToASCII(name));
  if (aLabels.includes('')) throw new Error('tlds: a name that is no domain');
  return [
    generatedFile('tlds.generated.ts', {
      about: 'Top-level domains, internationalised ones in Unicode and as A-labels (RFC 5890).',
      source: `npm tlds ${version} (MIT) after IANA's list of the root zone.`,
      constants: { TOP_LEVEL_DOMAINS: [...new Set([...names, ...aLabels])].join(' ') },
    }),
  ];
}

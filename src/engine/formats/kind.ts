import type { SourceInfo } from '../options.ts';

/** Formats by file extension or language id. */
export const TABLES: ReadonlySet<string> = new Set(['csv', 'tsv', 'tab', 'psv', 'rainbow']);
export const JSONS: ReadonlySet<string> = new Set(
  'json jsonc jsonl ndjson json5 geojson har webmanifest jsonld'.split(' '),
);
/** Programming languages: an unquoted value is an expression there. */
export const CODE: ReadonlySet<string> = new Set(
  `js mjs cjs jsx ts mts cts tsx java kt kts scala groovy gradle py pyi rb php go rs c h cc cpp cxx hpp cs fs vb swift m mm
  dart lua pl pm r jl ex exs erl hs elm clj cljs lisp el ml mli nim zig v sol ps1 psm1 sh bash zsh fish bat cmd
  css scss sass less tf proto graphql gql snap map wat asm s cmake tex
  javascript javascriptreact typescript typescriptreact python ruby rust csharp cpp perl shellscript powershell`.split(
    /\s+/,
  ),
);
export const MARKUP: ReadonlySet<string> = new Set(
  `html htm xhtml shtml xml xsd xsl xslt svg rss atom kml gpx plist csproj vbproj fsproj props targets resx xaml
  wsdl pom jsp aspx cshtml vue svelte astro hbs handlebars ejs erb mustache twig ftl`.split(/\s+/),
);
/** Formats whose unquoted values are values. Anything unknown is prose, like `txt` and `md`. */
export const SETTINGS: ReadonlySet<string> = new Set(
  'yml yaml env ini properties toml conf cfg config dotenv editorconfig'.split(' '),
);

/** Text in which lines look like rows without being any. */
export const TEXTS: ReadonlySet<string> = new Set(
  'log out md markdown mdx rst adoc org'.split(' '),
);

/** The extension or the language id that tells the format of a source. */
export function kindOf({ languageId, path = '' }: SourceInfo): string {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const extension = name.startsWith('.env') ? 'env' : name.slice(name.lastIndexOf('.') + 1);
  const known = (kind: string) =>
    kind === 'sql' ||
    TABLES.has(kind) ||
    JSONS.has(kind) ||
    TEXTS.has(kind) ||
    MARKUP.has(kind) ||
    CODE.has(kind) ||
    SETTINGS.has(kind);
  if (languageId !== undefined && known(languageId)) return languageId;
  return known(extension) ? extension : (languageId ?? extension);
}

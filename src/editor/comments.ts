/** How a language writes a comment: what stands before the text, and what after it. */
export interface CommentForm {
  readonly open: string;
  readonly close: string;
}

/** VS Code's language ids by the mark that opens a comment to the end of the line. */
const LINE: Readonly<Record<string, string>> = {
  '//':
    'c cpp csharp cuda-cpp dart fsharp go groovy java javascript jsonc json5 kotlin less ' +
    'objective-c objective-cpp php proto3 rust scala scss shaderlab solidity swift typescript zig',
  '#':
    'coffeescript dockercompose dockerfile dotenv elixir git-commit graphql ignore julia ' +
    'makefile nix perl perl6 powershell properties python r raku ruby shellscript terraform toml yaml',
  '--': 'ada elm haskell lua plsql sql',
  ';': 'clojure ini lisp scheme',
  '%': 'erlang latex matlab tex',
  "'": 'vb',
  REM: 'bat',
};

const BLOCK: Readonly<Record<string, string>> = {
  '/* */': 'css javascriptreact typescriptreact',
  '<!-- -->': 'handlebars html markdown svelte vue xml xsl',
};

const FORMS = new Map<string, CommentForm>([
  ...forms(LINE, (mark) => ({ open: `${mark} `, close: '' })),
  ...forms(BLOCK, (marks) => {
    const [open, close] = marks.split(' ');
    return { open: `${open} `, close: ` ${close}` };
  }),
]);

function forms(
  table: Readonly<Record<string, string>>,
  form: (marks: string) => CommentForm,
): [string, CommentForm][] {
  return Object.entries(table).flatMap(([marks, languages]) =>
    languages.split(' ').map((language): [string, CommentForm] => [language, form(marks)]),
  );
}

/**
 * How VS Code's language writes a comment; undefined where it has none (JSON, CSV, plain text) or
 * we do not know it.
 */
export function commentForm(languageId: string): CommentForm | undefined {
  return FORMS.get(languageId);
}

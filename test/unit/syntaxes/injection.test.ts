import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadWASM, OnigScanner, OnigString } from 'vscode-oniguruma';
import { INITIAL, Registry } from 'vscode-textmate';
import type { IGrammar, IRawGrammar } from 'vscode-textmate';

const injection = grammarFile('../../../syntaxes/leaklint.injection.tmLanguage.json');
const manifest = JSON.parse(
  readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'),
) as { contributes: { grammars: { scopeName: string; path: string; injectTo: string[] }[] } };

/** Languages in small: what matters to the injection is which scopes comments, strings and text have. */
const HOSTS: Readonly<Record<string, IRawGrammar>> = {
  'source.test': host('source.test', [
    { begin: '//', end: '$', name: 'comment.line.test' },
    { begin: '/\\*', end: '\\*/', name: 'comment.block.test' },
    { begin: '"', end: '"', name: 'string.quoted.double.test' },
    {
      begin: '`',
      end: '`',
      name: 'string.template.test',
      patterns: [{ begin: '\\$\\{', end: '\\}', name: 'meta.template.expression.test' }],
    },
    { match: '~[^~]*~', name: 'string.regexp.test' },
  ]),
  'text.html.test': host('text.html.test', [
    { begin: '<!--', end: '-->', name: 'comment.block.html' },
    { begin: '<script>', end: '</script>', contentName: 'source.test', patterns: [] },
  ]),
  'source.yaml': host('source.yaml', [{ begin: '#', end: '$', name: 'comment.line.yaml' }]),
};

const DIRECTIVE = 'keyword.control.directive.leaklint';
const RULE = 'entity.name.tag.rule.leaklint';
const REASON = 'markup.italic.reason.leaklint';
const PLACEHOLDER = 'constant.character.escape.placeholder.leaklint';
const SHAPE = 'constant.character.escape.shape.leaklint';

describe('syntaxes', () => {
  let grammars: ReadonlyMap<string, IGrammar>;

  before(async () => {
    grammars = await loadGrammars();
  });

  /** Text and innermost scope of every token that the injection made. */
  function coloured(scope: string, line: string): [string, string][] {
    const { tokens } = grammars.get(scope)!.tokenizeLine(line, INITIAL);
    return tokens
      .map(({ startIndex, endIndex, scopes }): [string, string] => [
        line.slice(startIndex, endIndex),
        scopes.at(-1)!,
      ])
      .filter(([, name]) => name.endsWith('.leaklint') && !name.startsWith('meta.'));
  }

  const cases: readonly (readonly [string, string, [string, string][]])[] = [
    ['source.test', 'a(); // leaklint-ignore-line', [['leaklint-ignore-line', DIRECTIVE]]],
    [
      'source.test',
      '// leaklint-ignore-next-line email, phone-number -- our switchboard',
      [
        ['leaklint-ignore-next-line', DIRECTIVE],
        ['email', RULE],
        ['phone-number', RULE],
        ['--', 'punctuation.separator.reason.leaklint'],
        ['our switchboard', REASON],
      ],
    ],
    [
      'source.test',
      '/* leaklint-ignore-start email phone-number */ a()',
      [
        ['leaklint-ignore-start', DIRECTIVE],
        ['email', RULE],
        ['phone-number', RULE],
      ],
    ],
    [
      'source.test',
      '/* leaklint-ignore-file -- made up */',
      [
        ['leaklint-ignore-file', DIRECTIVE],
        ['--', 'punctuation.separator.reason.leaklint'],
        ['made up', REASON],
      ],
    ],
    [
      'text.html.test',
      '<!-- leaklint-ignore-line -- a reason --> text',
      [
        ['leaklint-ignore-line', DIRECTIVE],
        ['--', 'punctuation.separator.reason.leaklint'],
        ['a reason', REASON],
      ],
    ],
    ['source.yaml', 'a: b # leaklint-ignore-end', [['leaklint-ignore-end', DIRECTIVE]]],
    ['source.test', '// leaklint-ignore-lines, xleaklint-ignore-line', []],
    ['source.test', 'leaklint-ignore-line', []],
    [
      'source.test',
      'send("[EMAIL]") // [PHONE]',
      [
        ['[EMAIL]', PLACEHOLDER],
        ['[PHONE]', PLACEHOLDER],
      ],
    ],
    ['source.test', 'send([EMAIL], `${[EMAIL]}`, ~[EMAIL]~)', []],
    ['source.test', 'a("[INFO] [TODO] [email]")', []],
    ['text.html.test', '<p>090-****-5678</p>', [['090-****-5678', SHAPE]]],
    ['text.html.test', '<script>x = [EMAIL]</script>', []],
    ['source.yaml', 'phone: ***-****-****', [['***-****-****', SHAPE]]],
    ['source.yaml', 'code: 〒***-****', [['〒***-****', SHAPE]]],
    ['source.yaml', 'phone: +81 ** **** ****', [['+81 ** **** ****', SHAPE]]],
    ['source.yaml', 'mail: t***@example.com', [['t***@example.com', SHAPE]]],
    ['source.yaml', 'mail: ****@****.**', [['****@****.**', SHAPE]]],
    ['source.yaml', 'passport: TK*******', [['TK*******', SHAPE]]],
    ['source.yaml', 'phone: XXX-XXXX-XXXX', [['XXX-XXXX-XXXX', SHAPE]]],
    ['source.yaml', 'code: 〒●●●-●●●●', [['〒●●●-●●●●', SHAPE]]],
    ['source.test', '/****************** a heading ******************/', []],
    ['source.test', '// **bold**, ***strong***, 2-3, 1.2.3, a ** b', []],
    ['source.test', '"glob/**/*.ts" + "2026-11-23"', []],
  ];
  for (const [scope, line, expected] of cases) {
    it(`${scope}: ${line}`, () => assert.deepEqual(coloured(scope, line), expected));
  }

  it('leaves the line after a directive alone', () => {
    const grammar = grammars.get('source.test')!;
    const first = grammar.tokenizeLine('/* leaklint-ignore-start email -- why', INITIAL);
    const second = grammar.tokenizeLine('still the comment */ code', first.ruleStack);
    assert.deepEqual(second.tokens.at(-1)!.scopes, ['source.test']);
  });
});

async function loadGrammars(): Promise<ReadonlyMap<string, IGrammar>> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await loadWASM(readFileSync(wasm));
  const registry = new Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new OnigScanner(sources),
      createOnigString: (text) => new OnigString(text),
    }),
    loadGrammar: (scope) =>
      Promise.resolve(scope === injection.scopeName ? injection : (HOSTS[scope] ?? null)),
    getInjections,
  });
  const loaded = new Map<string, IGrammar>();
  for (const scope of Object.keys(HOSTS)) loaded.set(scope, (await registry.loadGrammar(scope))!);
  return loaded;
}

/** As VS Code does: `injectTo` names a scope or one of its leading parts (`source`, `text`). */
function getInjections(scope: string): string[] {
  const parts = scope.split('.');
  const leading = parts.map((_, index) => parts.slice(0, index + 1).join('.'));
  return manifest.contributes.grammars
    .filter(({ injectTo }) => injectTo.some((target) => leading.includes(target)))
    .map(({ scopeName }) => scopeName);
}

function grammarFile(path: string): IRawGrammar {
  return JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as IRawGrammar;
}

function host(scopeName: string, patterns: readonly object[]): IRawGrammar {
  return { scopeName, patterns, repository: {} } as unknown as IRawGrammar;
}

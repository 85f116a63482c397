import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createPolicies, type ConfigReader, type PolicyOptions } from '../../../src/policy/load.ts';
import { folderOf, joinPath, relativePath } from '../../../src/policy/paths.ts';

interface Memory extends ConfigReader {
  readonly asked: string[];
}

function memory(files: Readonly<Record<string, object | string>>): Memory {
  const asked: string[] = [];
  return {
    asked,
    read(path) {
      asked.push(path);
      const content = files[path];
      if (content === 'unreadable') return Promise.reject(new Error('EACCES: secret'));
      const text = typeof content === 'object' ? JSON.stringify(content) : content;
      return Promise.resolve(text === undefined ? undefined : new TextEncoder().encode(text));
    },
  };
}

async function confidenceOf(
  files: Readonly<Record<string, object | string>>,
  path: string,
  options?: PolicyOptions,
): Promise<string> {
  return (await createPolicies(memory(files), options).policyFor(path)).confidence;
}

describe('createPolicies', () => {
  const tree = {
    '/project/leaklint.json': { confidence: 'certain', ignore: ['sub/x.csv'] },
    '/project/sub/leaklint.json': { confidence: 'possible' },
    '/other.json': { overrides: [{ files: ['project/*.csv'], confidence: 'certain' }] },
  };

  it('takes the nearest config upward', async () => {
    assert.equal(await confidenceOf(tree, '/project/a.csv'), 'certain');
    assert.equal(await confidenceOf(tree, '/project/sub/deep/er/x.csv'), 'possible');
    assert.equal(await confidenceOf(tree, '/elsewhere/x.csv'), 'likely');
    const policies = createPolicies(memory(tree));
    assert.equal((await policies.policyFor('/project/sub/x.csv')).ignored, false);
    assert.equal((await policies.configFor('/project/b/c')).file, '/project/leaklint.json');
    assert.equal((await policies.configFor('/b/c')).file, undefined);
  });

  it('takes the given config for every path', async () => {
    const options = { config: '/other.json' };
    assert.equal(await confidenceOf(tree, '/project/a.csv', options), 'certain');
    assert.equal(await confidenceOf(tree, '/project/sub/a.csv', options), 'likely');
  });

  it('looks no higher than the root', async () => {
    assert.equal(await confidenceOf(tree, '/project/b/a.csv', { root: '/project/b' }), 'likely');
    assert.equal(await confidenceOf(tree, '/project/b/a.csv', { root: '/project' }), 'certain');
  });

  it('takes relative paths and drives', async () => {
    const files = {
      'leaklint.json': { confidence: 'certain' },
      'C:/leaklint.json': { confidence: 'possible' },
    };
    assert.equal(await confidenceOf(files, 'a/b.csv'), 'certain');
    assert.equal(await confidenceOf(files, 'C:/a/b.csv'), 'possible');
  });

  it('asks once a folder', async () => {
    const files = memory(tree);
    const policies = createPolicies(files);
    await Promise.all(
      ['/project/a', '/project/b', '/project/sub/c'].map((path) => policies.policyFor(path)),
    );
    assert.deepEqual(files.asked.sort(), ['/project/leaklint.json', '/project/sub/leaklint.json']);
  });

  it('puts the overlay over it', async () => {
    const overlay = { confidence: 'possible' } as const;
    assert.equal(await confidenceOf(tree, '/project/a.csv', { overlay }), 'possible');
  });
});

describe('extends', () => {
  it('builds on other files, the weakest first', async () => {
    const policies = createPolicies(
      memory({
        '/a/leaklint.json': {
          extends: ['../base/one.json', './two.json'],
          rules: { theirs: 'hint' },
        },
        '/base/one.json': {
          extends: 'zero.json',
          confidence: 'certain',
          regions: ['US'],
          custom: [{ id: 'theirs', pattern: 'a' }],
        },
        '/base/zero.json': { reserved: 'report', ignore: ['x'] },
        '/a/two.json': { regions: ['DE'] },
      }),
    );
    const policy = await policies.policyFor('/a/sub/file');
    assert.deepEqual(policies.problems(), []);
    assert.equal(policy.confidence, 'certain');
    assert.equal(policy.severityOf('theirs'), 'hint');
    assert.deepEqual(policy.options.regions, ['DE']);
    assert.equal(policy.options.reserved, 'report');
    assert.equal((await policies.policyFor('/a/x')).ignored, true);
  });

  for (const [name, files, expected] of [
    [
      'a missing file',
      { '/leaklint.json': '{ "extends": ["./a.json", "./gone.json"] }', '/a.json': '{}' },
      ['/leaklint.json', '"./gone.json"', /no such file/],
    ],
    [
      'a cycle',
      {
        '/leaklint.json': '{ "extends": "./a.json" }',
        '/a.json': '{ "extends": "./leaklint.json" }',
      },
      ['/a.json', '"./leaklint.json"', /extends itself/],
    ],
    [
      'a mistake in the base',
      { '/leaklint.json': '{ "extends": "./a.json" }', '/a.json': '{ "regions": "JP" }' },
      ['/a.json', '"JP"', /a list/],
    ],
  ] as const) {
    it(`reports ${name} where it stands`, async () => {
      const policies = createPolicies(memory(files));
      await policies.policyFor('/x');
      const problems = policies.problems();
      assert.equal(problems.length, 1);
      const { file, start, end, message } = problems[0]!;
      const [inFile, text, sentence] = expected;
      assert.equal(file, inFile);
      assert.equal((files as Record<string, string>)[file]!.slice(start, end), text);
      assert.match(message.en, sentence);
    });
  }

  it('reports a shared base once', async () => {
    const policies = createPolicies(
      memory({
        '/base.json': { regions: 'JP' },
        '/a/leaklint.json': { extends: '../base.json' },
        '/b/leaklint.json': { extends: '../base.json' },
      }),
    );
    await policies.policyFor('/a/x');
    await policies.policyFor('/b/x');
    assert.equal(policies.problems().length, 1);
  });
});

describe('a config that cannot be read', () => {
  for (const [files, options, sentence] of [
    [{ '/leaklint.json': 'unreadable' }, {}, /cannot be read/],
    [{}, { config: '/gone.json' }, /no such file/],
  ] as const) {
    it(`is a problem: ${sentence.source}`, async () => {
      const policies = createPolicies(memory(files), options);
      assert.equal((await policies.policyFor('/a/b')).confidence, 'likely');
      const [problem, ...rest] = policies.problems();
      assert.equal(rest.length, 0);
      assert.match(problem!.message.en, sentence);
      assert.doesNotMatch(problem!.message.en, /secret/);
    });
  }
});

describe('paths', () => {
  for (const [path, folder] of [
    ['/a/b', '/a'],
    ['/a', '/'],
    ['/', '/'],
    ['C:/a/b', 'C:/a'],
    ['C:/a', 'C:/'],
    ['C:/', 'C:/'],
    ['a', ''],
    ['a/b', 'a'],
    ['', ''],
  ] as const) {
    it(`folderOf ${path}`, () => {
      assert.equal(folderOf(path), folder);
    });
  }
  for (const [folder, relative, joined] of [
    ['/', 'a', '/a'],
    ['/a', '../b/./c', '/b/c'],
    ['/a', '../../../b', '/b'],
    ['C:/', 'a', 'C:/a'],
    ['C:/a', '../../b', 'C:/b'],
    ['', 'a', 'a'],
    ['', '../a', '../a'],
    ['a', '../../b', '../b'],
    ['..', '../b', '../../b'],
  ] as const) {
    it(`joinPath ${folder} ${relative}`, () => {
      assert.equal(joinPath(folder, relative), joined);
    });
  }
  it('relativePath', () => {
    assert.equal(relativePath('/a', '/a/b/c'), 'b/c');
    assert.equal(relativePath('/', '/a'), 'a');
    assert.equal(relativePath('', 'a/b'), 'a/b');
    assert.equal(relativePath('/a', '/ab/c'), '/ab/c');
  });
});

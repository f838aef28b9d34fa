import { DataTypes, EnvironmentSettings, lit, TableEnvironment } from 'tsflink';
import { afterAll, describe, expect, it } from 'vitest';
import { halves, lengths, oddFraction, plusAll, shoutAll, tooFew } from './functions/columns.js';
import { greet, join, pad, total } from './functions/parameters.js';
import { add, codePoints, isPositive, plusOne, shout } from './functions/text.js';

const { BIGINT, STRING } = DataTypes;
const settings = { streaming: EnvironmentSettings.inStreamingMode(), batch: EnvironmentSettings.inBatchMode() };

describe.each(['streaming', 'batch'] as const)('a TypeScript function in %s mode', (mode) => {
  const tEnv = TableEnvironment.create(settings[mode]);
  afterAll(() => tEnv.close());
  const all = [
    shout,
    codePoints,
    plusOne,
    isPositive,
    add,
    plusAll,
    halves,
    lengths,
    shoutAll,
    tooFew,
    oddFraction,
    greet,
    pad,
    join,
    total,
  ];
  for (const fn of all) tEnv.createTemporarySystemFunction(fn.udf.name, fn);

  const words = tEnv.fromValues({ id: BIGINT().notNull(), word: STRING() }, [
    { id: 1n, word: 'ape' },
    { id: 2n, word: null },
    { id: 3n, word: 'Zürich' },
    { id: 4n, word: '😀😀' },
    { id: 5n, word: '' },
  ]);
  tEnv.createTemporaryView('words', words);

  /** The rows of a query as they stand at its end, in the order of their text. */
  async function rows(query: string): Promise<unknown[]> {
    const standing = new Map<string, unknown[]>();
    for await (const { kind, row } of (await tEnv.executeSql(query)).collectChangelog()) {
      const key = JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? `${value}n` : value));
      const same = standing.get(key) ?? [];
      standing.set(key, kind === '+I' || kind === '+U' ? [...same, row] : same.slice(1));
    }
    return [...standing].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, same]) => same);
  }

  it('computes columns, of NULLs and of any script', async () => {
    expect(await rows('SELECT id, shout(word) AS said, code_points(word) AS n FROM words')).toEqual([
      { id: 1n, said: 'APE!', n: 3 },
      { id: 2n, said: 'nothing', n: null },
      { id: 3n, said: 'ZÜRICH!', n: 6 },
      { id: 4n, said: '😀😀!', n: 2 },
      { id: 5n, said: '!', n: 0 },
    ]);
  });

  it('is called in the Table API without being registered', async () => {
    const table = words
      .where(($) => isPositive($.id))
      .select(($) => ({ next: plusOne(plusOne($.id)), six: add($.id, lit(6n)) }));
    const result = [];
    for await (const row of (await table.execute()).collect()) result.push(row);
    expect(result).toEqual([1n, 2n, 3n, 4n, 5n].map((id) => ({ next: id + 2n, six: id + 6n })));
  });

  it.each([
    ['WHERE', 'SELECT id FROM words WHERE plus_one(id) > 4', [{ id: 4n }, { id: 5n }]],
    ['a nested call with a built-in', "SELECT shout(UPPER(shout('a'))) AS s FROM words WHERE id = 1", [{ s: 'A!!' }]],
    [
      'GROUP BY',
      'SELECT code_points(word) AS n, COUNT(*) AS c FROM words WHERE id <> 2 GROUP BY code_points(word)',
      [
        { n: 0, c: 1n },
        { n: 2, c: 1n },
        { n: 3, c: 1n },
        { n: 6, c: 1n },
      ],
    ],
    ['an aggregate', 'SELECT SUM(plus_one(id)) AS total FROM words', [{ total: 20n }]],
    ['the result of an aggregate', 'SELECT plus_one(SUM(id)) AS total FROM words', [{ total: 16n }]],
    ['HAVING', 'SELECT id FROM words GROUP BY id HAVING plus_one(SUM(id)) > 5', [{ id: 5n }]],
    [
      'a join condition',
      'SELECT a.id, b.id AS follower FROM words a JOIN words b ON plus_one(a.id) = b.id WHERE a.id < 3',
      [
        { id: 1n, follower: 2n },
        { id: 2n, follower: 3n },
      ],
    ],
    [
      'a guarded condition',
      'SELECT id FROM words WHERE id <> 1 AND is_positive(id - 1)',
      [{ id: 2n }, { id: 3n }, { id: 4n }, { id: 5n }],
    ],
    [
      'a branch of CASE',
      'SELECT id, CASE WHEN id > 1 THEN is_positive(id - 1) ELSE FALSE END AS p FROM words WHERE id < 3',
      [
        { id: 1n, p: false },
        { id: 2n, p: true },
      ],
    ],
    ['IN', 'SELECT id FROM words WHERE plus_one(id) IN (SELECT id FROM words)', [1n, 2n, 3n, 4n].map((id) => ({ id }))],
    ['a constant', 'SELECT plus_one(41) AS n FROM words WHERE id = 1', [{ n: 42n }]],
  ])('works in %s', async (_, query, expected) => {
    expect(await rows(query)).toEqual(expected);
  });

  it.each([
    [
      'columns',
      'SELECT id, plus_all(id, 10) AS p, halves(id) AS h, lengths(word) AS l, shout_all(word) AS s FROM words',
      [
        { id: 1n, p: 11n, h: 0.5, l: 3, s: 'APE!' },
        { id: 2n, p: 12n, h: 1, l: null, s: null },
        { id: 3n, p: 13n, h: 1.5, l: 6, s: 'ZÜRICH!' },
        { id: 4n, p: 14n, h: 2, l: 4, s: '😀😀!' },
        { id: 5n, p: 15n, h: 2.5, l: 0, s: '!' },
      ],
    ],
    [
      'nested calls, with functions that take rows',
      'SELECT plus_all(add(id, plus_all(id, 1)), 100) AS p, shout_all(shout(shout_all(word))) AS s FROM words WHERE id < 3',
      [
        { p: 103n, s: 'APE!!!' },
        { p: 105n, s: 'NOTHING!' },
      ],
    ],
    ['WHERE', 'SELECT id FROM words WHERE plus_all(id, 1) > 5', [{ id: 5n }]],
    [
      'a branch of CASE, one row at a time',
      'SELECT id, CASE WHEN id > 1 THEN lengths(word) ELSE -1 END AS l FROM words WHERE id < 4',
      [
        { id: 1n, l: -1 },
        { id: 2n, l: null },
        { id: 3n, l: 6 },
      ],
    ],
    ['an aggregate', 'SELECT SUM(plus_all(id, id)) AS total FROM words', [{ total: 30n }]],
    [
      'a join condition',
      'SELECT a.id, b.id AS following FROM words a JOIN words b ON plus_all(a.id, 1) = b.id WHERE a.id = 1',
      [{ id: 1n, following: 2n }],
    ],
  ])('takes %s when vectorised', async (_, query, expected) => {
    expect(await rows(query)).toEqual(expected);
  });

  it.each([
    ['too_few', /too_few.*4 values were returned for 5 rows/, /^a batch of rows, from arg0 = 1n to arg0 = \d+n$/],
    ['odd_fraction', /odd_fraction.*expected INT \(number\), got number 0\.5/, /^arg0 = 1$/],
  ])('that returns a wrong column fails: %s', async (name, message, row) => {
    await expect(rows(`SELECT ${name}(id) AS x FROM words`)).rejects.toMatchObject({
      code: 'FUNCTION_RESULT_TYPE',
      message: expect.stringMatching(message),
      function: { name, row: expect.stringMatching(row) },
    });
  });

  it.each([
    [
      'optional arguments, by name and by position',
      `SELECT greet(name => word) AS a, greet(times => 2, name => word) AS b, greet(word, 'Hi') AS c, pad(word) AS d,
        CASE WHEN id > 0 THEN greet(name => word) ELSE '' END AS e FROM words WHERE id = 1`,
      [{ a: 'Hello ape', b: 'Hello Hello ape', c: 'Hi ape', d: 'ape.', e: 'Hello ape' }],
    ],
    [
      'any number of arguments',
      `SELECT join_all('-') AS a, join_all('-', word) AS b, join_all('-', word, UPPER(word), 'x') AS c,
        total(id, id, 5) AS d, CASE WHEN id > 0 THEN join_all('-', word, 'y') ELSE '' END AS e
      FROM words WHERE id < 3`,
      [
        { a: '', b: 'NULL', c: 'NULL-NULL-x', d: 9n, e: 'NULL-y' },
        { a: '', b: 'ape', c: 'ape-APE-x', d: 7n, e: 'ape-y' },
      ],
    ],
  ])('takes %s', async (_, query, expected) => {
    expect(await rows(query)).toEqual(expected);
  });

  it('takes them in the Table API', async () => {
    const table = words
      .where(($) => $.id.isEqual(1n))
      .select(($) => ({
        a: greet({ name: $.word }),
        b: greet({ name: 'you', times: 2 }),
        c: pad($.word, 6),
        d: pad($.word),
        e: join('+', $.word, 'b'),
        f: total($.id, 2n),
      }));
    const result = [];
    for await (const row of (await table.execute()).collect()) result.push(row);
    expect(result).toEqual([{ a: 'Hello ape', b: 'Hello Hello you', c: 'ape...', d: 'ape.', e: 'ape+b', f: 3n }]);
  });

  it.each([
    ['greet()', /greet/],
    ['greet(1, 2, 3, 4)', /greet/],
    ["join_all(greeting => 'x')", /varargs/],
    ['add(1)', /add/],
    ["plus_one('x')", /plus_one/],
  ])('is refused when it is planned: %s', async (expression, message) => {
    await expect(tEnv.explainSql(`SELECT ${expression} FROM words`)).rejects.toMatchObject({
      message: expect.stringMatching(message),
    });
  });

  it('shows in the plan as one node', async () => {
    const plan = await tEnv.explainSql('SELECT id, shout(word), plus_one(id) FROM words');
    expect(plan.match(/TypeScriptCalc\(/g)).not.toBeNull();
  });
});

import { expect, it } from 'vitest';
import { DataTypes, ptf, tableArg, udaf, udf, udtf } from '../src/index.js';
import { environmentOn } from './support/fake-gateway.js';
import { lineOf } from './support/line-of.js';
import { thrownBy } from './support/thrown.js';

const { INT } = DataTypes;
const types = { args: [INT()], returns: INT() };
const file = import.meta.filename;
const at = (name: string) => `packages/tsflink/test/refusals.test.ts:${lineOf(file, name)}`;
const sent: string[] = [];
const environment = () =>
  environmentOn({
    explain: async () => ({ text: `${sent.push('explain')}` }),
    putArtifact: async () => ({}),
    getConfiguration: async () => ({}),
  });
const numbers = environment().fromValues({ n: INT() }, [{ n: 1 }]);

const socket = process.stdout; // here: socket
const writes = () => (socket.writable ? 1 : 0);
const live = udf({ name: 'live', ...types }, writes);
const computed = udf({ name: 'computed', ...types }, (n) => require(`./module-${n}.js`).value); // here: computed
// @ts-expect-error it is not installed
const importMissing = () => import('no-such-package') as never; // here: missing
const missing = udf({ name: 'missing', ...types }, importMissing);
const importNative = () => import('@node-rs/xxhash') as never;
const native = udf({ name: 'native', ...types }, importNative); // here: native

const refusals = {
  live: [
    live,
    /^Function live cannot be shipped: a Socket is a live object of Node\.js\n {2}by captured variable 'socket' /,
    /Create it inside the function/,
    'socket',
  ],
  computed: [
    computed,
    /^Function computed cannot be shipped: require\(\) has a computed name/,
    /literal name/,
    'computed',
  ],
} as const;

it.each(Object.entries(refusals))(
  'a function that captures what cannot travel is refused where it is used: %s',
  async (_, [fn, reason, hint, line]) => {
    const tEnv = environment();
    for (const use of [
      () => tEnv.createTemporarySystemFunction('f', fn), // here: use
      () => numbers.select(($) => ({ x: fn($.n) })), // here: use
      () => numbers.where(($) => fn($.n).isNotNull()), // here: use
      () => tEnv.sqlQuery`SELECT ${fn}(n) FROM ${numbers}`, // here: use
    ]) {
      const error = await thrownBy(use);
      expect(error).toMatchObject({ code: 'FUNCTION_NOT_SHIPPABLE', reason: expect.stringMatching(reason) });
      expect(error.hint).toMatch(hint);
      expect(error.message).toContain(`at ${at(line)}`);
      expect(error.stack).toContain(file.slice(-30));
    }
    // nothing of it is left behind
    await tEnv.explainSql('SELECT 1');
    expect(sent.splice(0)).toEqual(['explain']);
  },
);

it('functions of all kinds are refused where they are used', async () => {
  const returns = { x: INT() };
  const table = udtf({ name: 'rows', args: [INT()], returns }, function* () {
    yield { x: writes() };
  });
  const aggregate = udaf(
    { name: 'total', ...types, accumulator: INT() },
    { createAccumulator: () => writes(), accumulate: (sum) => sum, getValue: (sum) => sum },
  );
  const process = ptf({ name: 'process', args: { t: tableArg({ semantics: 'row' }) }, returns }, function* () {
    yield { x: writes() };
  });
  for (const use of [
    () => numbers.joinLateral(($) => table($.n)),
    () => numbers.select(($) => ({ x: aggregate($.n) })),
    () => numbers.process(process),
    () => environment().fromCall(process, numbers),
  ]) {
    const error = await thrownBy(use);
    expect(error.code).toBe('FUNCTION_NOT_SHIPPABLE');
    expect(error.message).toMatch(/captured variable 'socket'/);
  }
});

it.each([
  [
    'missing',
    missing,
    'FUNCTION_IMPORT_NOT_FOUND',
    /^Function missing cannot be shipped: Cannot find 'no-such-package', which a function imports/,
    /npm install no-such-package/,
  ],
  [
    'native',
    native,
    'FUNCTION_NOT_SHIPPABLE',
    /^Function native cannot be shipped: Package @node-rs\/xxhash has native code, which cannot run in the engine embedded in Flink/,
    /Use the process engine: .*set\('tsflink\.function\.engine', 'process'\)/,
  ],
] as const)(
  'what a function imports is looked at when something is first awaited: %s',
  async (line, fn, code, reason, hint) => {
    const tEnv = environment();
    const fine = udf({ name: 'fine', ...types }, (n) => n);
    tEnv.createTemporarySystemFunction('fine', fine);
    tEnv.createTemporarySystemFunction('f', fn); // here: registered
    const error = await thrownBy(() => tEnv.explainSql('SELECT 1'));
    expect(error).toMatchObject({ code, reason: expect.stringMatching(reason) });
    expect(error.hint).toMatch(hint);
    expect(error.message).toContain(`at ${at(line)}`);
    expect(error.stack).toContain(at('registered').slice(9));

    const inline = await thrownBy(() => numbers.select(($) => ({ a: fine($.n), b: fn($.n) })).explain());
    expect(inline).toMatchObject({ code, reason: expect.stringMatching(reason) });
    expect(inline.message).toContain(`at ${at(line)}`);
  },
  60_000,
);

it('what has no value yet is looked at again', async () => {
  const early = udf({ name: 'early', ...types }, () => later.length);
  const tEnv = environment();
  tEnv.createTemporarySystemFunction('early', early);
  const later = [1, 2];
  await tEnv.explainSql('SELECT 1');
  const waiting = new Promise<number>(() => {});
  const pending = udf({ name: 'pending', ...types }, () => (waiting === undefined ? 1 : 0));
  tEnv.createTemporarySystemFunction('pending', pending);
  const error = await thrownBy(() => tEnv.explainSql('SELECT 1'));
  expect(error.message).toMatch(/it is a pending promise[\s\S]*'waiting'/);
});

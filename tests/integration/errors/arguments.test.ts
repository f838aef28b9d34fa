import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataTypes, EnvironmentSettings, FlinkError, TableEnvironment, type Untyped } from 'tsflink';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callOf, toNode } from '../../../packages/tsflink/src/expressions/build.js';
import { failureOf } from '../setup/failure.js';

const { INT, MAP, STRING, TIMESTAMP } = DataTypes;
let tEnv: TableEnvironment;
let table: Untyped;
beforeAll(() => {
  tEnv = TableEnvironment.create(EnvironmentSettings.inBatchMode());
  table = tEnv.fromValues({ n: INT(), s: STRING(), ts: TIMESTAMP(3), m: MAP(STRING(), INT()) }, []);
});
afterAll(() => tEnv.close());

const PLANS = join(import.meta.dirname, '..', '..', 'golden', 'plans');
/** The names of what plans call under a key: every built-in there is, as BuiltinCoverageTest says. */
function called(key: 'builtin' | 'functionName'): string[] {
  const files = readdirSync(PLANS).filter((file) => file.startsWith('functions-'));
  const plans = files.map((file) => readFileSync(join(PLANS, file), 'utf8')).join('');
  return [...new Set([...plans.matchAll(new RegExp(`"${key}": "(\\w+)"`, 'g'))].map(([, name]) => name as string))];
}
const METHODS = called('builtin');
// those that give columns are no calls to Flink
const FUNCTIONS = called('functionName').filter((name) => !/^with(All|out)?Columns$/.test(name));

/** Arguments that hardly any function takes: none, too many, and those of a type that it does not have. */
const WRONG: Readonly<Record<string, ($: Untyped) => readonly Untyped[]>> = {
  'no arguments': () => [],
  'nine arguments': ($) => Array(9).fill($.m),
  'two maps': ($) => [$.m, $.m],
  'a type and a number': () => [INT(), 1.5],
};
const CODES = ['FUNCTION_ARGUMENTS_INVALID', 'EXPRESSION_INVALID', 'AGGREGATE_INVALID', 'VALIDATION_ERROR'];

/** A name as Flink may spell it: `parseJson` is PARSE_JSON in SQL. */
const plain = (text: string) => text.replaceAll('_', '').toLowerCase();

/** How a call is refused; undefined where Flink takes it. */
async function refusal(call: ($: Untyped) => Untyped): Promise<FlinkError | undefined> {
  try {
    await table.select(($: Untyped) => ({ x: call($) })).getResolvedSchema();
    return undefined;
  } catch (error) {
    if (error instanceof FlinkError) return error;
    throw error;
  }
}

/** Makes all wrong calls of all names, and gives what is wrong with their refusals, and how many there were. */
async function wrongly(
  names: readonly string[],
  call: (name: string, args: readonly Untyped[], $: Untyped) => Untyped,
) {
  const faults: string[] = [];
  let refused = 0;
  for (const name of names) {
    for (const [what, args] of Object.entries(WRONG)) {
      const error = await refusal(($) => call(name, args($), $));
      if (error === undefined) continue;
      refused++;
      const problems = [
        CODES.includes(error.code) ? '' : error.code,
        error.source?.file === import.meta.filename ? '' : `at ${error.source?.file}`,
        plain(error.reason).includes(plain(name)) ? '' : 'unnamed',
      ].filter(Boolean);
      if (problems.length > 0) faults.push(`${name} with ${what}: ${problems.join(', ')}: ${error.reason}`);
    }
  }
  return { faults, refused };
}

describe('built-in functions with arguments that they do not take', () => {
  it('as methods', async () => {
    const { faults, refused } = await wrongly(METHODS, (name, args, $) => $.m[name](...args));
    expect(faults).toEqual([]);
    expect(refused).toBeGreaterThan(3 * METHODS.length);
  });

  it('as functions', async () => {
    const { faults, refused } = await wrongly(FUNCTIONS, (name, args) =>
      callOf(
        { case: 'function', name },
        args.map((arg) => toNode(arg)),
      ),
    );
    expect(faults).toEqual([]);
    expect(refused).toBeGreaterThan(2 * FUNCTIONS.length);
  });
});

describe('a name that is none', () => {
  it.each<[string, ($: Untyped) => Untyped, RegExp, RegExp]>([
    [
      'a function as a method',
      ($) => $.ts.dateFormat('yyyy'),
      /no method 'dateFormat'/,
      /^It is a function: dateFormat\(expression, expression\)/,
    ],
    ['a method that is misspelt', ($) => $.s.uperCase(), /no method 'uperCase'/, /Did you mean 'upperCase'/],
    ['a method with another number of arguments', ($) => $.s.substring(), /'substring'/, /expression\.substring\(/],
  ])('%s', async (_, expression, reason, hint) => {
    const error = await failureOf(() => table.select(($: Untyped) => ({ x: expression($) })).execute());
    expect(error.reason).toMatch(reason);
    expect(error.hint).toMatch(hint);
    expect(error.source?.file).toBe(import.meta.filename);
  });
});

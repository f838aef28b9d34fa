import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { BigNumber } from 'bignumber.js';
import { describe, expect, it } from 'vitest';
import wordList from 'word-list';
import { DataTypes, explainFunction, udf } from '../src/index.js';
import { environmentOn } from './support/fake-gateway.js';
import { lineOf } from './support/line-of.js';
import { thrownBy } from './support/thrown.js';

const { BIGINT, STRING } = DataTypes;

const rates = new Map(Array.from({ length: 100 }, (_, i) => [`key ${i}`, i])); // here: rates
const rate = (key: string | null) => rates.get(key ?? '') ?? 0;
const converted = udf({ name: 'converted', args: [STRING()], returns: STRING() }, (key) =>
  new BigNumber(rate(key)).toFixed(2),
);
let calls = 0n; // here: calls
const counting = udf({ name: 'counting', args: [], returns: BIGINT() }, () => ++calls);

describe('explainFunction', () => {
  it('lists what a function takes along, the largest first, and why', async () => {
    const explanation = await explainFunction(converted);
    const { name, captured, modules, packages, bytes, warnings } = explanation;
    expect({ name, modules, warnings }).toEqual({ name: 'converted', modules: [], warnings: [] });
    const line = lineOf(import.meta.filename, 'rates');
    expect(captured).toMatchObject([
      { name: 'rate', how: 'value' },
      { name: 'rates', how: 'value', at: { file: import.meta.filename, line } },
      { how: 'import', what: 'bignumber.js' },
    ]);
    expect(packages).toEqual([{ name: 'bignumber.js', bytes: expect.any(Number) }]);
    expect(packages[0]?.bytes).toBeLessThan(bytes);
    expect(`${explanation}`).toMatch(
      new RegExp(
        [
          '^Function converted: [\\d.]+ KB',
          ' {2}captured:',
          ' {4}rate: by value, .*',
          ` {4}rates: by value, .*[\\d.]+ KB \\(line ${line}\\)`,
          ' {4}\\S+: import of bignumber.js \\(line \\d+\\)',
          ' {2}packages:',
          ' {4}bignumber.js, [\\d.]+ KB$',
        ].join('\\n'),
      ),
    );
  });

  it('lists the files that modules and packages read, with their sizes', async () => {
    const reads = udf({ name: 'reads', args: [], returns: BIGINT() }, () =>
      BigInt(readFileSync(wordList).length + readFileSync(new URL('./support/line-of.ts', import.meta.url)).length),
    );
    const explanation = await explainFunction(reads);
    expect(explanation.files).toEqual([
      { name: 'word-list/words.txt', bytes: 2_805_374, packageName: 'word-list' },
      { name: 'packages/tsflink/test/support/line-of.ts', bytes: expect.any(Number) },
    ]);
    expect(`${explanation}`).toMatch(
      / {2}files:\n {4}word-list\/words\.txt, 2\.7 MB\n {4}packages\/tsflink\/test\/support\/line-of\.ts, \d+ bytes$/,
    );
  });

  it('warns of variables that functions assign to', async () => {
    const { warnings } = await explainFunction(counting);
    expect(warnings).toEqual([
      expect.stringMatching(/^variable 'calls' \(.*shipping\.test\.ts:\d+:5\) is assigned to/),
    ]);
  });

  it('rejects as the job would', async () => {
    const socket = process.stdout;
    const error = await thrownBy(() =>
      explainFunction(udf({ name: 'prints', args: [], returns: STRING() }, () => String(socket.write('a')))),
    );
    expect(error).toMatchObject({ code: 'FUNCTION_NOT_SHIPPABLE' });
    expect(error.message).toMatch(/prints.*socket/s);
  });
});

describe('an environment', () => {
  it('shows the warnings of functions, once', async () => {
    const tEnv = environmentOn({
      execute: async () => ({}),
      explain: async () => ({ text: '' }),
      hasArtifacts: async () => ({}),
    } as never);
    const printed: string[] = [];
    const listen = (warning: Error) => printed.push(`${warning.name}: ${warning.message}`);
    process.on('warning', listen);
    tEnv.createTemporarySystemFunction('counting', counting);
    const warned = once(process, 'warning');
    await tEnv.explainSql('SELECT counting()').catch(() => undefined);
    await warned;
    tEnv.createTemporarySystemFunction('again', counting);
    await tEnv.explainSql('SELECT again()').catch(() => undefined);
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', listen);
    expect(printed).toEqual([expect.stringMatching(/^FunctionWarning: variable 'calls'/)]);
  });

  it('gives files and parameters to its jobs', async () => {
    const options: Record<string, string | undefined> = {};
    const tEnv = environmentOn({
      getConfiguration: async ({ commands }) => {
        for (const { command } of commands) {
          if (command.case === 'setConfiguration') options[command.value.key] = command.value.value;
        }
        return { values: {} };
      },
    });
    tEnv.addFile(import.meta.filename);
    tEnv.addFile(new URL('../package.json', import.meta.url), 'the package, described');
    tEnv.getConfig().addJobParameter('rate', '7');
    await tEnv.getConfig().get('x');
    const directory = import.meta.dirname;
    expect(options).toEqual({
      'pipeline.cached-files':
        `'''name:''''shipping.test.ts'''''',''path:''''file://${directory}/shipping.test.ts''''''';` +
        `'''name:''''the package, described'''''',''path:''''file://${directory.replace(/\/test$/, '')}/package.json'''''''`,
      'pipeline.global-job-parameters.rate': '7',
    });
    expect(await thrownBy(() => tEnv.addFile('./no-such-file'))).toMatchObject({ code: 'FILE_NOT_FOUND' });
    expect(await thrownBy(() => tEnv.addFile('./package.json', 'shipping.test.ts'))).toMatchObject({
      code: 'ARGUMENT_INVALID',
    });
  });
});

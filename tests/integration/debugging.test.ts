import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { generatedPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import { DataTypes, EnvironmentSettings, TableEnvironment, udf } from 'tsflink';
import { afterAll, expect, it, vi } from 'vitest';
import type { CpuProfile } from '../../packages/cli/src/inspector/cpu-profile.js';
import { InspectorClient } from '../../packages/cli/src/inspector/inspector-client.js';
import { run } from '../../packages/cli/src/program.js';

const { BIGINT } = DataTypes;
const file = fileURLToPath(import.meta.url);
const directory = mkdtempSync(join(tmpdir(), 'tsflink-test-'));
afterAll(() => rmSync(directory, { recursive: true }));

const twice = udf({ name: 'twice', args: [BIGINT().notNull()], returns: BIGINT() }, (n) => {
  const doubled = n * 2n;
  return doubled; // here: halts
});

function spin(n: bigint): bigint {
  let sum = 0;
  for (let i = 0; i < 5_000_000; i++) sum += Math.sqrt(i) % 3;
  return n + BigInt(Math.floor(sum) % 2);
}
const busy = udf({ name: 'busy', args: [BIGINT().notNull()], returns: BIGINT() }, (n) => spin(n));

function environment(options: Record<string, string>): TableEnvironment {
  const tEnv = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
  for (const [key, value] of Object.entries({ 'tsflink.function.engine': 'process', ...options })) {
    tEnv.getConfig().set(key, value);
  }
  tEnv.createTemporarySystemFunction('twice', twice);
  tEnv.createTemporarySystemFunction('busy', busy);
  return tEnv;
}

const log = () => readFileSync(process.env.TSFLINK_TEST_LOG as string, 'utf8');

/** The address that the TaskManager writes to its log, after so many characters. */
async function inspectorAfter(position: number): Promise<string> {
  return vi.waitFor(
    () => {
      const [, url] = /can be debugged: (ws:\S+)/.exec(log().slice(position)) ?? [];
      if (url === undefined) throw new Error('the log names no inspector');
      return url;
    },
    { timeout: 100_000, interval: 50 },
  );
}

interface Paused {
  readonly callFrames: readonly { readonly callFrameId: string; readonly functionName: string }[];
  readonly hitBreakpoints?: readonly string[];
}

it('halts at a breakpoint in a TypeScript file, shows a variable, and goes on', async () => {
  // less than it is halted
  await using tEnv = environment({ 'tsflink.process.inspect': 'wait', 'tsflink.function.timeout': '1 s' });
  const position = log().length;
  const rows = tEnv.executeSql('SELECT twice(n) AS n FROM (VALUES (20), (21)) AS t(n)').then((r) => r.toArray());
  rows.catch(() => {}); // it is awaited below

  using inspector = await InspectorClient.connect(await inspectorAfter(position));
  const scripts: { readonly scriptId: string; readonly sourceMapURL: string }[] = [];
  const halts: Paused[] = [];
  inspector.on<(typeof scripts)[number]>('Debugger.scriptParsed', (script) => scripts.push(script));
  inspector.on<Paused>('Debugger.paused', (paused) => halts.push(paused));
  const halted = (count: number) => vi.waitFor(() => expect(halts).toHaveLength(count), { timeout: 100_000 });
  await inspector.send('Debugger.enable');
  await inspector.send('Runtime.runIfWaitingForDebugger');

  // once, when it has loaded the functions: debuggers set their breakpoints by the source map
  await halted(1);
  const script = scripts.find(({ sourceMapURL }) => sourceMapURL.startsWith('data:application/json;base64,'));
  const map = new TraceMap(Buffer.from(script?.sourceMapURL.split(',')[1] ?? '', 'base64').toString());
  const source = map.sources.findIndex((url) => url?.startsWith('file:') && fileURLToPath(url) === file);
  const text = map.sourcesContent?.[source]?.split('\n') ?? [];
  const line = text.findIndex((code) => code.includes('// here: halts')) + 1;
  const at = generatedPositionFor(map, { source: map.sources[source] as string, line, column: 2 });
  const location = { scriptId: script?.scriptId, lineNumber: (at.line as number) - 1, columnNumber: at.column };
  const { breakpointId } = await inspector.send<{ breakpointId: string }>('Debugger.setBreakpoint', { location });
  await inspector.send('Debugger.resume');

  await halted(2);
  const [frame] = halts[1]?.callFrames ?? [];
  expect(halts[1]?.hitBreakpoints).toEqual([breakpointId]);
  const evaluated = await inspector.send<{ result: { unserializableValue: string } }>('Debugger.evaluateOnCallFrame', {
    callFrameId: frame?.callFrameId,
    expression: 'doubled',
  });
  expect(evaluated.result.unserializableValue).toBe('40n');
  await delay(1500); // longer than a function may take
  await inspector.send('Debugger.removeBreakpoint', { breakpointId });
  await inspector.send('Debugger.resume');
  expect(await rows).toEqual([{ n: 40n }, { n: 42n }]);
});

it('takes a profile that names the functions and their TypeScript file', async () => {
  await using tEnv = environment({ 'tsflink.process.inspect': 'open' });
  const position = log().length;
  await tEnv.executeSql(`CREATE TABLE numbers (n BIGINT NOT NULL) WITH ('connector' = 'datagen')`);
  const result = await tEnv.executeSql('SELECT busy(n) AS n FROM numbers');
  const out = join(directory, 'busy.cpuprofile');
  const said: string[] = [];
  const console = { out: (text: string) => said.push(text), err: (text: string) => said.push(text) };
  const inspect = await inspectorAfter(position);
  expect(await run(['profile', '--inspect', inspect, '--seconds', '1', '-o', out], console)).toBe(0);
  expect(said.join('')).toMatch(/busy\.cpuprofile: 1 s, \d+ frames\n/);
  const client = result.getJobClient();
  await client?.cancel();

  const { nodes } = JSON.parse(readFileSync(out, 'utf8')) as CpuProfile;
  const hottest = nodes.reduce((a, b) => ((b.hitCount ?? 0) > (a.hitCount ?? 0) ? b : a));
  const line = readFileSync(file, 'utf8').split('\n').indexOf('function spin(n: bigint): bigint {');
  expect(hottest.callFrame).toMatchObject({ functionName: 'spin', url: file, lineNumber: line });
});

it('says so when there is no inspector', async () => {
  const said: string[] = [];
  const console = { out: (text: string) => said.push(text), err: (text: string) => said.push(text) };
  expect(await run(['profile', '--inspect', 'ws://127.0.0.1:1/none', '-o', 'none'], console)).toBe(1);
  expect(said.join('')).toMatch(
    /^error: There is no inspector at ws:\/\/127\.0\.0\.1:1\/none: .*\nTake the address from /,
  );
});

import { CalcProgram } from '../../src/calc/calc-program.js';
import type { CalcSpec } from '../../src/calc/calc-spec.js';
import { rowReader, rowWriter } from '../../src/codec/index.js';
import { Artifacts } from '../../src/function/artifacts.js';
import { SourcePositions } from '../../src/function/source-positions.js';
import { TaskFunctions } from '../../src/function/task-functions.js';
import { batchOf, fields, record } from './batch.js';

/** Runs a spec over rows as the JVM does, with an output buffer of the given size; `code` is the bundle. */
export function runCalc(
  code: string,
  spec: CalcSpec,
  rows: readonly (readonly unknown[])[],
  constants: readonly unknown[] = [],
  capacity = 1 << 16,
) {
  const positions = new SourcePositions();
  const artifacts = new Artifacts(positions);
  artifacts.load('a', 'functions', code, '');
  const host = { call: () => 0, ask: () => null };
  const tasks = new TaskFunctions(host, () => undefined);
  const context = { artifacts, positions, host, contextOf: tasks.contextOf.bind(tasks) };
  const constantsRow = rowWriter(fields(spec.constants)).write(record(constants));
  const program = new CalcProgram(spec, { ...context, constants: constantsRow });

  const { input, offsets } = batchOf(spec.input, rows);
  const ends = new Int32Array(rows.length);
  let out = new Uint8Array(capacity);
  const bind = () => program.bind(input.buffer, out.buffer, offsets.buffer, ends.buffer, new ArrayBuffer(8));
  bind();

  const reader = rowReader(fields(spec.results));
  const results: unknown[][] = [];
  let crossings = 0;
  for (let from = 0; from < rows.length; crossings++) {
    const next = program.run(from, rows.length);
    if (next < 0) return { failure: JSON.parse(program.failure()), results, crossings };
    if (next === from) {
      out = new Uint8Array(out.length * 4);
      bind();
    }
    for (let i = from, begin = 0; i < next; i++) {
      results.push(Object.values(reader.read(out, begin, (ends[i] as number) - begin)));
      begin = ends[i] as number;
    }
    from = next;
  }
  return { results, crossings };
}

import { RowInput } from '../codec/input.js';
import type { FunctionSpec } from '../function/function-spec.js';
import { type CallBuffers, Phase, partsOfStep } from './calc-buffers.js';
import type { CallsSpec } from './calc-spec.js';
import { callsInOrder } from './compile-calc.js';
import { describeCall } from './describe-call.js';

/** A call that is being made. */
export interface CallInProgress {
  readonly function: FunctionSpec;
  /** What it was called with, for messages. */
  readonly arguments: string;
}

/** The call that the memory says is being made, for one of the rows; none for a negative one. */
export function callInProgress(
  spec: CallsSpec,
  constants: Uint8Array,
  buffers: CallBuffers,
  row: number,
): CallInProgress | undefined {
  const { call: number, phase } = partsOfStep(buffers.progress[1] as number);
  const call = callsInOrder(spec.calls)[number];
  const fn = call && spec.functions[call.function];
  if (row < 0 || call === undefined || fn === undefined) return undefined;
  buffers.input.decodeUtf8();
  const described = (each: number) =>
    describeCall(spec, call, buffers.input, (buffers.offsets[each] as number) & ~7, new RowInput(constants));
  const { last } = buffers;
  // Which row of a batch it was is not known, nor, seen from another thread, where the batch ends.
  const batch = fn.vectorised && (last === undefined ? phase === Phase.CALL : last !== row);
  if (!batch) return { function: fn, arguments: described(row) };
  const rest = last === undefined ? 'on' : `to ${described(last)}`;
  return { function: fn, arguments: `a batch of rows, from ${described(row)} ${rest}` };
}

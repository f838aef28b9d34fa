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
  const base = (buffers.offsets[row] as number) & ~7;
  const described = describeCall(spec, call, buffers.input, base, new RowInput(constants));
  const batch = fn.vectorised && phase === Phase.CALL;
  return { function: fn, arguments: batch ? `a batch that begins with ${described}` : described };
}

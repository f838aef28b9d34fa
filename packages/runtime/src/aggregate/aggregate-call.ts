import type { TypeNode } from '../codec/index.js';
import type { RowInput } from '../codec/input.js';
import type { RowOutput } from '../codec/output.js';
import { compileValueReader, compileValueWriter } from '../codec/single-value.js';
import { FunctionError } from '../function/function-error.js';
import type { FunctionInstance, Method } from '../function/function-instance.js';
import type { AggregateCallSpec } from './aggregate-spec.js';
import { compileUpdate, type Update } from './compile-update.js';

/** An aggregate function as one call uses it: its methods, and its current accumulator. */
export class AggregateCall {
  readonly create: Method;
  readonly accumulate: Update;
  readonly retract: Update;
  readonly merge: Method;
  readonly getValue: Method;
  readonly emitValue: Method;
  readonly emitUpdate: Method;
  readonly read: (input: RowInput, base: number) => unknown;
  readonly write: (out: RowOutput, accumulator: unknown) => void;
  readonly writeValue: (out: RowOutput, value: unknown) => void;
  /** Accumulators by number; instructions work on one of them. */
  readonly accumulators: unknown[] = [];
  /** Accumulators to be merged into the current one. */
  aside: unknown[] = [];

  /** Throws FunctionError FUNCTION_NOT_FOUND. */
  constructor(call: AggregateCallSpec, input: readonly TypeNode[], instance: FunctionInstance) {
    const accumulator = call.function.accumulator as TypeNode;
    const update = (name: string) => compileUpdate(call, input, instance.optionalMethod(name) ?? missing(call, name));
    this.create = instance.method('createAccumulator');
    this.accumulate = update('accumulate');
    this.retract = update('retract');
    this.merge = instance.optionalMethod('merge') ?? missing(call, 'merge');
    this.getValue = instance.optionalMethod('getValue') ?? missing(call, 'getValue');
    this.emitValue = instance.optionalMethod('emitValue') ?? missing(call, 'emitValue');
    this.emitUpdate = instance.optionalMethod('emitUpdateWithRetract') ?? missing(call, 'emitUpdateWithRetract');
    this.read = compileValueReader(accumulator);
    this.write = compileValueWriter(accumulator);
    this.writeValue = compileValueWriter(call.function.returns);
  }
}

function missing(call: AggregateCallSpec, method: string): Method {
  return () => {
    throw new FunctionError('FUNCTION_NOT_FOUND', `function ${call.function.name} has no method ${method}()`);
  };
}

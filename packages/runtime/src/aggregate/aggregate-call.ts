import type { TypeNode } from '../codec/index.js';
import type { RowInput } from '../codec/input.js';
import type { RowOutput } from '../codec/output.js';
import { compileValueReader, compileValueWriter } from '../codec/single-value.js';
import { FunctionError } from '../function/function-error.js';
import type { FunctionInstance, Method } from '../function/function-instance.js';
import type { FunctionSpec } from '../function/function-spec.js';
import type { NumberedViews } from '../state/numbered-views.js';
import { methodsOf } from './aggregate-methods.js';
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
  /** Writes what a table aggregate emits: a row has fields, it is not NULL. */
  readonly writeEmitted: (out: RowOutput, value: unknown) => void;
  /** Accumulators by number; instructions work on one of them. */
  readonly accumulators: unknown[] = [];
  /** Accumulators to be merged into the current one. */
  aside: unknown[] = [];

  constructor(
    call: AggregateCallSpec,
    input: readonly TypeNode[],
    instance: FunctionInstance,
    readonly views: NumberedViews,
  ) {
    const { spec, method } = methodsOf(instance);
    const found = (name: string) => method(name) ?? missing(spec, name);
    const update = (name: string) => compileUpdate({ ...call, function: spec }, input, found(name));
    this.create = found('createAccumulator');
    this.accumulate = update('accumulate');
    this.retract = update('retract');
    this.merge = found('merge');
    this.getValue = found('getValue');
    this.emitValue = found('emitValue');
    this.emitUpdate = found('emitUpdateWithRetract');
    this.read = compileValueReader(spec.accumulator as TypeNode);
    this.write = compileValueWriter(spec.accumulator as TypeNode);
    this.writeValue = compileValueWriter(spec.returns);
    this.writeEmitted = compileValueWriter(
      spec.returns.root === 'ROW' ? { ...spec.returns, nullable: false } : spec.returns,
    );
  }
}

function missing(spec: FunctionSpec, method: string): Method {
  return () => {
    throw new FunctionError('FUNCTION_NOT_FOUND', `function ${spec.name} has no method ${method}()`);
  };
}

import { isDeepStrictEqual } from 'node:util';
import type { FunctionInstance, Method } from '../function/function-instance.js';
import { argumentType } from '../vector/batch-of-one.js';
import { makeColumn } from '../vector/make-column.js';
import type { AggregateMethods } from './aggregate-methods.js';

type Row = Record<string, unknown>;

/** The methods of a vectorised aggregate function: its accumulator is the rows of a group, given to it as columns. */
export function columnAggregate(instance: FunctionInstance): AggregateMethods {
  const { spec } = instance;
  const names = spec.parameters.map(({ name }) => name);
  const evaluate = instance.main('getValue');
  const rowOf = (values: readonly unknown[]): Row => Object.fromEntries(names.map((name, i) => [name, values[i]]));
  const methods: Record<string, Method> = {
    createAccumulator: () => [],
    accumulate: (rows, ...values) => {
      (rows as Row[]).push(rowOf(values));
    },
    retract: (rows, ...values) => {
      const row = rowOf(values);
      const at = (rows as Row[]).findIndex((other) => isDeepStrictEqual(other, row));
      if (at >= 0) (rows as Row[]).splice(at, 1);
    },
    merge: (rows, others) => {
      for (const other of others as Row[][]) for (const row of other) (rows as Row[]).push(row);
    },
    getValue: (rows) =>
      evaluate(
        ...names.map((name, i) =>
          makeColumn(
            argumentType(spec, i),
            (rows as Row[]).map((row) => row[name]),
          ),
        ),
      ),
  };
  return { spec: { ...spec, namedArguments: false }, method: (name) => methods[name] };
}

import type { DataType } from '../../types/data-type.js';
import type { ParameterTypes } from '../parameter-types.js';
import type { AccumulatorType } from './accumulator.js';
import type { RowsWithNull } from './implementation.js';

/** What {@link udaf} and {@link udtaf} are told of a function. */
export interface AggregateOptions<
  A extends ParameterTypes,
  C extends AccumulatorType,
  R extends DataType,
  N extends RowsWithNull,
> {
  /** Its name in plans, metrics and errors; that of the class if absent. */
  readonly name?: string;
  /** The types of its parameters: `[DOUBLE(), INT()]`, or by name: `{ price: DOUBLE(), quantity: INT() }`. */
  readonly args: A;
  /** The type of its accumulators: `{ sum: DOUBLE().notNull() }`, any data type, or with views of any size: `{ seen: mapView(STRING(), INT()) }`. */
  readonly accumulator?: C;
  /** The type of its value, or of a row that it emits. */
  readonly returns: R;
  /** `false` where equal rows may give other values. */
  readonly deterministic?: boolean;
  /** `'skip'`: rows with a NULL among the arguments are left out, as built-in aggregates do. */
  readonly onNull?: N;
}

import type { EngineOptions } from '../engine.js';
import type { ResultType } from '../inference/result-types.js';
import type { ParameterTypes } from '../parameter-types.js';
import type { AccumulatorType } from './accumulator.js';
import type { RowsWithNull } from './implementation.js';

/** What aggregate functions are told besides the types of their calls. */
export interface AccumulatingOptions<C extends AccumulatorType, N extends RowsWithNull> extends EngineOptions {
  /** Its name in plans, metrics and errors; that of the class if absent. */
  readonly name?: string;
  /**
   * The type of its accumulators: `{ sum: DOUBLE().notNull() }`, any data type, or with views of any size:
   * `{ seen: mapView(STRING(), INT()) }`; of {@link TypeStrategies} where calls tell it: `{ last: argument(0) }`.
   */
  readonly accumulator?: C;
  /** `false` where equal rows may give other values. */
  readonly deterministic?: boolean;
  /** `'skip'`: rows with a NULL among the arguments are left out, as built-in aggregates do. */
  readonly onNull?: N;
}

/** What {@link udaf} and {@link udtaf} are told of a function. */
export interface AggregateOptions<
  A extends ParameterTypes,
  C extends AccumulatorType,
  R extends ResultType,
  N extends RowsWithNull,
> extends AccumulatingOptions<C, N> {
  /**
   * The types of its parameters: `[DOUBLE(), INT()]`, or by name: `{ price: DOUBLE(), quantity: INT() }`; or a list of
   * {@link InputTypeStrategies}.
   */
  readonly args: A;
  /** The type of its value, or of a row that it emits, or one of {@link TypeStrategies}. */
  readonly returns: R;
}

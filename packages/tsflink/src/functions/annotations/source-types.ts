import type { DataType } from '../../types/data-type.js';
import type { AccumulatorType } from '../aggregate/accumulator.js';
import type { ParameterType } from '../parameter-types.js';

/** What the source of a function says of it. */
export interface SourceTypes {
  readonly name: string;
  readonly args: readonly ParameterType[];
  readonly parameterNames: readonly string[];
  readonly returns: DataType;
}

/** The same of an aggregate function. */
export interface AggregateSourceTypes extends SourceTypes {
  readonly accumulator: AccumulatorType;
}

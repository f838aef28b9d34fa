import { DataTypes } from '../../types/data-types.js';
import type { AccumulatorType } from '../aggregate/accumulator.js';
import type { AggregateKind } from '../aggregate/definition.js';
import type { RowKind } from '../row-function.js';
import type { AggregateSourceTypes, SourceTypes } from './source-types.js';

/** How types are read from the source of functions that are called for each row, and of aggregates. */
interface Reader {
  readonly readTypes: (kind: RowKind, name: string | undefined, code: unknown) => SourceTypes;
  readonly readAggregateTypes: (kind: AggregateKind, options: AggregateNames, code: unknown) => AggregateSourceTypes;
}

interface AggregateNames {
  readonly name?: string;
  readonly accumulator?: AccumulatorType;
}

let reader: Reader | undefined;

/** Says how types are read. Only jobs say it: functions, which run elsewhere, do not bring it along. */
export function readTypesBy(given: Reader): void {
  reader = given;
}

/** The types of a function in its source; none inside Flink, where nobody calls it by them. */
export function typesInSource(kind: RowKind, name: string | undefined, code: unknown): SourceTypes {
  return reader?.readTypes(kind, name, code) ?? nothing(name);
}

/** The same of an aggregate function. */
export function aggregateTypesInSource(
  kind: AggregateKind,
  options: AggregateNames,
  code: unknown,
): AggregateSourceTypes {
  const known = reader?.readAggregateTypes(kind, options, code);
  return known ?? { ...nothing(options.name), accumulator: DataTypes.NULL() };
}

function nothing(name = 'function'): SourceTypes {
  return { name, args: [], parameterNames: [], returns: DataTypes.NULL() };
}

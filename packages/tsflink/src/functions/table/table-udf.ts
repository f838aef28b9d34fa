import type { TableCall } from '../../expressions/table-call.js';
import type { DataType, TypeIn, ValueIn } from '../../types/data-type.js';
import type { BridgedRowOf, ColumnTypes, SchemaOf } from '../../types/data-types.js';
import type { ClassOf, Lifecycle, ObjectOf } from '../code.js';
import type { FunctionDefinition, NullHandling } from '../definition.js';
import type { ParameterTypes } from '../parameter-types.js';
import type { ArgumentsOf, OperandsOf } from '../scalar-udf.js';

/** The rows of a table function: columns by name, or one type: the columns of a ROW, or the only one. */
export type RowsType = DataType | ColumnTypes;

/** What a table function yields: an object of its columns, or the value of the only one. */
export type YieldOf<R extends RowsType> = R extends DataType
  ? ValueIn<R>
  : R extends ColumnTypes
    ? BridgedRowOf<R>
    : never;

/** The columns of a table function's rows; the only one of a function whose values are no rows is `f0` until named. */
export type YieldedColumns<R extends RowsType> = R extends DataType
  ? NonNullable<TypeIn<R>> extends { readonly fields: infer F }
    ? F
    : { f0: TypeIn<R> }
  : R extends ColumnTypes
    ? SchemaOf<R>
    : never;

/** What a call gives: anything that can be iterated over but text, or `null` for no rows. */
export type Yielded<R extends RowsType> = (Iterable<YieldOf<R>> & object) | null;

/** A table function as object. */
export interface TableFunction<A extends ParameterTypes, R extends RowsType, N extends NullHandling> extends Lifecycle {
  /** Called for each row; what it yields, or returns to be iterated over, are rows of the result. */
  eval(...args: ArgumentsOf<A, N>): Yielded<R>;
}

/** The code of a table function: a function, an object with `eval`, or a class of such objects. */
export type TableCode<A extends ParameterTypes, R extends RowsType, N extends NullHandling, O = unknown> =
  | ((...args: ArgumentsOf<A, N>) => Yielded<R>)
  | ObjectOf<TableFunction<A, R, N>, O>
  | ClassOf<TableFunction<A, R, N>>;

/** A table function, called in lateral joins and `flatMap`; arguments are checked against their types. */
export interface TableUdf<A extends ParameterTypes, R extends RowsType> {
  <const X extends OperandsOf<A>>(...args: X): TableCall<YieldedColumns<R>>;
  /** What the plan and the runtime know of the function. */
  readonly udf: FunctionDefinition;
}

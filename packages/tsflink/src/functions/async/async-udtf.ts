import { DataType } from '../../types/data-type.js';
import type { AnnotatedCode, Clear, RowLaterIn } from '../annotations/annotated-types.js';
import { type AnnotatedTableUdf, annotatedAsyncUdtf } from '../annotations/annotated-udf.js';
import type { ClassOf, Lifecycle, ObjectOf } from '../code.js';
import type { NullHandling } from '../definition.js';
import type { ParameterTypes } from '../parameter-types.js';
import { rowFunction } from '../row-function.js';
import type { ArgumentsOf } from '../scalar-udf.js';
import { rowsTypeNode } from '../table/rows-type.js';
import type { RowsType, TableUdf, Yielded, YieldOf } from '../table/table-udf.js';
import type { TableUdfOptions } from '../table/udtf.js';

/** What a call gives: a promise of rows, or rows that it yields one after the other (`async function*`). */
export type YieldedLater<R extends RowsType> = PromiseLike<Yielded<R>> | AsyncIterable<YieldOf<R>>;

/** An asynchronous table function as object. */
export interface AsyncTableFunction<A extends ParameterTypes, R extends RowsType, N extends NullHandling>
  extends Lifecycle {
  /** Called for each row; what it yields, or its promise resolves to, are rows of the result. */
  eval(...args: ArgumentsOf<A, N>): YieldedLater<R>;
}

/** The code of an asynchronous table function: a function, an object with `eval`, or a class of such objects. */
export type AsyncTableCode<A extends ParameterTypes, R extends RowsType, N extends NullHandling, O = unknown> =
  | ((...args: ArgumentsOf<A, N>) => YieldedLater<R>)
  | ObjectOf<AsyncTableFunction<A, R, N>, O>
  | ClassOf<AsyncTableFunction<A, R, N>>;

/**
 * A table function that waits, as `asyncUdf` does: Flink goes on with further rows meanwhile, as many as
 * `table.exec.async-table.max-concurrent-operations` allows in each subtask, and gives results in the order of the rows.
 * The rows of a call go on when all of them are there. A call that fails, or does not end within
 * `tsflink.function.timeout`, is made again by Flink's retry strategy (`table.exec.async-table.retry-strategy` …). In streaming
 * mode only, as in Flink. Maps to Flink's `AsyncTableFunction`.
 *
 * Without options, the types are those that the function has in its source.
 *
 * Throws FUNCTION_NAME_MISSING for an anonymous function without `name`, FUNCTION_INVALID for an object without `eval`.
 * @example
 * const orders = asyncUdtf(
 *   { name: 'orders', args: [INT().notNull()], returns: { id: INT(), total: DOUBLE() } },
 *   async (customer) => (await (await fetch(`http://localhost:8080/orders?of=${customer}`)).json()),
 * );
 * customers.joinLateral(($) => orders($.customer));
 */
export function asyncUdtf<const P extends readonly unknown[], R>(
  code: AnnotatedCode<P, R> & Clear<P, RowLaterIn<R>>,
): AnnotatedTableUdf<P, RowLaterIn<R>>;
export function asyncUdtf<
  const A extends ParameterTypes,
  R extends RowsType,
  const N extends NullHandling = 'call',
  O = unknown,
>(options: TableUdfOptions<A, R, N>, code: AsyncTableCode<A, R, N, O>): TableUdf<A, R>;
export function asyncUdtf(first: unknown, code?: unknown): unknown {
  if (code === undefined) return annotatedAsyncUdtf({}, first as AnnotatedCode<[], Promise<string[]>>);
  const options = first as TableUdfOptions<ParameterTypes, RowsType, NullHandling>;
  return rowFunction('asyncTable', options, new DataType(rowsTypeNode(options.returns)), code);
}

/** The same with options for a function that says its types in its source. */
asyncUdtf.annotated = annotatedAsyncUdtf;

import { DataType } from '../../types/data-type.js';
import type { AnnotatedCode, Clear, RowIn } from '../annotations/annotated-types.js';
import { type AnnotatedTableUdf, annotatedUdtf } from '../annotations/annotated-udf.js';
import type { NullHandling } from '../definition.js';
import type { EngineOptions } from '../engine.js';
import { tableOverloads } from '../inference/overloaded-table-udf.js';
import type { ParameterTypes } from '../parameter-types.js';
import { rowFunction } from '../row-function.js';
import { rowsTypeNode } from './rows-type.js';
import type { RowsType, TableCode, TableUdf } from './table-udf.js';

/** What {@link udtf} is told of a function. */
export interface TableUdfOptions<A extends ParameterTypes, R extends RowsType, N extends NullHandling>
  extends EngineOptions {
  /** Its name in plans, metrics and errors; that of the JavaScript function or class if absent. */
  readonly name?: string;
  /** The types of its parameters: `[STRING(), INT()]`, or by name: `{ line: STRING(), separator: STRING() }`. */
  readonly args: A;
  /** Its columns, `{ word: STRING(), n: INT() }`, or the type of its only one: `STRING()`. */
  readonly returns: R;
  /** `false` where equal arguments may give other rows. */
  readonly deterministic?: boolean;
  /** `'return-null'`: where any argument is NULL the function is not called, and gives no rows. */
  readonly onNull?: N;
}

/**
 * A table function: any number of rows of each row's arguments. It yields them (`function*`), or returns an array, or
 * anything else that can be iterated over; `null` stands for no rows. A generator is asked for rows as they can be
 * taken, so that it may yield any number in constant memory. Besides a plain function it may be an object with a method
 * `eval`, or a class of such objects, which may also have `open(context)` and `close()`. Maps to Flink's
 * `TableFunction`.
 *
 * Without options, the types are those that the function has in its source.
 *
 * Throws FUNCTION_NAME_MISSING for an anonymous function without `name`, FUNCTION_INVALID for an object without `eval`.
 * @example
 * const split = udtf(
 *   { name: 'split', args: [STRING().notNull()], returns: { word: STRING().notNull(), size: INT().notNull() } },
 *   function* (line) {
 *     for (const word of line.split(' ')) yield { word, size: word.length };
 *   },
 * );
 * lines.joinLateral(($) => split($.line)).select('line', 'word');
 * tEnv.createTemporarySystemFunction('split', split);
 * tEnv.sqlQuery('SELECT line, word FROM lines, LATERAL TABLE(split(line))');
 */
export function udtf<const P extends readonly unknown[], R>(
  code: AnnotatedCode<P, R> & Clear<P, RowIn<R>>,
): AnnotatedTableUdf<P, RowIn<R>>;
export function udtf<
  const A extends ParameterTypes,
  R extends RowsType,
  const N extends NullHandling = 'call',
  O = unknown,
>(options: TableUdfOptions<A, R, N>, code: TableCode<A, R, N, O>): TableUdf<A, R>;
export function udtf(first: unknown, code?: unknown): unknown {
  if (code === undefined) return annotatedUdtf({}, first as AnnotatedCode<[], string[]>);
  const options = first as TableUdfOptions<ParameterTypes, RowsType, NullHandling>;
  return rowFunction('table', options, new DataType(rowsTypeNode(options.returns)), code);
}

/** The same with options for a function that says its types in its source. */
udtf.annotated = annotatedUdtf;

/** The same with several signatures, as `udf.overloads` has them. */
udtf.overloads = tableOverloads;

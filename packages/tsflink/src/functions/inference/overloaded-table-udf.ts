import type { TableCall } from '../../expressions/table-call.js';
import type { FunctionDefinition, NullHandling } from '../definition.js';
import type { ParameterType } from '../parameter-types.js';
import { openFunction } from '../row-function.js';
import type { OperandsOf } from '../scalar-udf.js';
import { rowsTypeNode } from '../table/rows-type.js';
import type { RowsType, Yielded, YieldedColumns } from '../table/table-udf.js';
import type { Fitting } from './fitting.js';
import type { OverloadedCode, OverloadedUdfOptions } from './overloaded-udf.js';
import { signature } from './signatures.js';

/** One form of the calls of a table function with several. */
export interface TableSignature<
  A extends readonly ParameterType[] = readonly ParameterType[],
  R extends RowsType = RowsType,
> {
  /** The types of its parameters, or strategies for them, by position. */
  readonly args: A;
  /** Its columns, `{ word: STRING(), n: INT() }`, or the type of its only one. */
  readonly returns: R;
}

type EachYielded<S extends readonly TableSignature[]> = { [I in keyof S]: Yielded<S[I]['returns']> }[number];

/** A table function with several signatures: the compiler and the planner tell by the arguments which one is called. */
export type OverloadedTableUdf<S extends readonly TableSignature[]> = Calls<S> & {
  /** What the plan and the runtime know of the function. */
  readonly udf: FunctionDefinition;
};

type Calls<S extends readonly TableSignature[]> = S extends readonly [
  infer First extends TableSignature,
  ...infer Rest extends readonly TableSignature[],
]
  ? Call<First['args'], First['returns']> & Calls<Rest>
  : unknown;

type Call<A extends readonly ParameterType[], R extends RowsType> = <const X extends OperandsOf<A>>(
  ...args: X & Fitting<A, X>
) => TableCall<YieldedColumns<R>>;

/** What `udtf` has as `udtf.overloads`. */
export function tableOverloads<
  const S extends readonly [TableSignature, ...TableSignature[]],
  const N extends NullHandling = 'call',
  O = unknown,
>(options: OverloadedUdfOptions<S, N>, code: OverloadedCode<S, N, EachYielded<S>, O>): OverloadedTableUdf<S> {
  const signatures = options.signatures.map(({ args, returns }) =>
    signature(args, { case: 'explicit', type: rowsTypeNode(returns) }),
  );
  return openFunction('table', options, signatures, code) as OverloadedTableUdf<S>;
}

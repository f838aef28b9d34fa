import type { FunctionDefinition } from '../definition.js';
import type { Fitting } from '../inference/fitting.js';
import type { EachArguments, EachResult, Signature } from '../inference/overloaded-udf.js';
import type { ResultType, ResultTypeOf } from '../inference/result-types.js';
import { signature } from '../inference/signatures.js';
import { resultStrategy } from '../inference/type-strategy.js';
import type { ParameterType } from '../parameter-types.js';
import type { OperandsOf } from '../scalar-udf.js';
import type { AccumulatorOf, AccumulatorType, NewAccumulatorOf } from './accumulator.js';
import { openAggregateFunction } from './definition.js';
import type { Aggregator, HandlingOf, Implementation, RowsWithNull, TableAggregator } from './implementation.js';
import type { AccumulatingOptions } from './options.js';
import type { AggOf } from './udaf.js';
import type { TableAgg } from './udtaf.js';

type Signatures = readonly [Signature, ...Signature[]];

/** What {@link udaf.overloads} and {@link udtaf.overloads} are told of a function; its accumulators are those of all its signatures. */
export interface OverloadedAggregateOptions<
  S extends readonly Signature[],
  C extends AccumulatorType,
  N extends RowsWithNull,
> extends AccumulatingOptions<C, N> {
  /** The forms of its calls: the first one that takes the arguments without a cast is called, else the first that does with one. */
  readonly signatures: S;
}

/** What a call gives, by the kind of the function. */
interface Results<T> {
  readonly aggregate: AggOf<T>;
  readonly tableAggregate: TableAgg<T>;
}

type Calls<K extends keyof Results<unknown>, S extends readonly Signature[]> = S extends readonly [
  infer First extends Signature,
  ...infer Rest extends readonly Signature[],
]
  ? Call<K, First['args'], First['returns']> & Calls<K, Rest>
  : unknown;

type Call<K extends keyof Results<unknown>, A extends readonly ParameterType[], R extends ResultType> = <
  const X extends OperandsOf<A>,
>(
  ...args: X & Fitting<A, X>
) => Results<ResultTypeOf<R, A, X>>[K];

/** An aggregate function with several signatures, called in expressions like any function. */
export type OverloadedAggregateUdf<S extends readonly Signature[]> = Calls<'aggregate', S> & {
  /** What the plan and the runtime know of the function. */
  readonly udf: FunctionDefinition;
};

/** A table aggregate function with several signatures, called in `flatAggregate`. */
export type OverloadedTableAggregateUdf<S extends readonly Signature[]> = Calls<'tableAggregate', S> & {
  /** What the plan and the runtime know of the function. */
  readonly udf: FunctionDefinition;
};

/**
 * What `udaf` has as `udaf.overloads`: one function, called with arguments of several types, or several numbers of them.
 * @example
 * const total = udaf.overloads(
 *   {
 *     name: 'total',
 *     signatures: [
 *       { args: [BIGINT()], returns: BIGINT() },
 *       { args: [DOUBLE()], returns: DOUBLE() },
 *     ],
 *     accumulator: { sum: TypeStrategies.argument(0) },
 *   },
 *   {
 *     createAccumulator: () => ({ sum: null }),
 *     accumulate(accumulator, n) {
 *       const sum = accumulator.sum ?? 0;
 *       accumulator.sum = typeof n === 'bigint' ? BigInt(sum) + n : Number(sum) + Number(n);
 *     },
 *     getValue: ({ sum }) => sum,
 *   },
 * );
 */
export function aggregateOverloads<
  const S extends Signatures,
  const C extends AccumulatorType,
  const N extends RowsWithNull = 'call',
  O = unknown,
>(
  options: OverloadedAggregateOptions<S, C, N>,
  implementation: Implementation<
    Aggregator<
      AccumulatorOf<C, S[number]['args']>,
      EachArguments<S, HandlingOf<N>>,
      EachResult<S>,
      NewAccumulatorOf<C, S[number]['args']>
    >,
    O
  >,
): OverloadedAggregateUdf<S> {
  const nodes = signatureNodes(options.signatures);
  return openAggregateFunction('aggregate', options, nodes, implementation) as OverloadedAggregateUdf<S>;
}

/** What `udtaf` has as `udtaf.overloads`. */
export function tableAggregateOverloads<
  const S extends Signatures,
  const C extends AccumulatorType,
  const N extends RowsWithNull = 'call',
  O = unknown,
>(
  options: OverloadedAggregateOptions<S, C, N>,
  implementation: Implementation<
    TableAggregator<
      AccumulatorOf<C, S[number]['args']>,
      EachArguments<S, HandlingOf<N>>,
      EachResult<S>,
      NewAccumulatorOf<C, S[number]['args']>
    >,
    O
  >,
): OverloadedTableAggregateUdf<S> {
  const nodes = signatureNodes(options.signatures);
  return openAggregateFunction('tableAggregate', options, nodes, implementation) as OverloadedTableAggregateUdf<S>;
}

function signatureNodes(signatures: readonly Signature[]) {
  return signatures.map(({ args, returns }) => signature(args, resultStrategy(returns)));
}

import type { OnTimerContext, ProcessContext } from '@tsflink/runtime';
import type { DataType, ValueIn } from '../../types/data-type.js';
import type { Untyped } from '../../types/untyped.js';
import type { ClassOf, Lifecycle, ObjectOf } from '../code.js';
import type { FunctionDefinition } from '../definition.js';
import type { OptionalParameter } from '../parameter-types.js';
import type { RowsType, YieldedColumns, YieldOf } from '../table/table-udf.js';
import type { StateOf, StateTypes } from './state.js';
import type { TableArg } from './table-arg.js';

/** The arguments of a process table function: tables and scalars, by name. */
export type ProcessArguments = Readonly<Record<string, TableArg | DataType | OptionalParameter>>;

type Tables<A extends ProcessArguments> = { [K in keyof A]: A[K] extends TableArg ? K : never }[keyof A];
type IsUnion<K, All = K> = K extends unknown ? ([All] extends [K] ? false : true) : never;

/** What `eval` is given: of several tables the row of one, and null for the others. */
export type GivenArguments<A extends ProcessArguments> = {
  readonly [K in keyof A]: A[K] extends TableArg<infer Row>
    ? true extends IsUnion<Tables<A>>
      ? Row | null
      : Row
    : A[K] extends OptionalParameter<infer D> | (infer D extends DataType)
      ? ValueIn<D>
      : never;
};

/** What a call gives: rows, or nothing. */
// biome-ignore lint/suspicious/noConfusingVoidType: a method need not return anything
export type Processed<R extends RowsType> = (Iterable<YieldOf<R>> & object) | null | void;

/** The code of a process table function, as object. */
export interface ProcessFunctionCode<A extends ProcessArguments, T extends StateTypes, R extends RowsType>
  extends Lifecycle {
  /** Called for each row. */
  eval(context: ProcessContext, args: GivenArguments<A>, state: StateOf<T>): Processed<R>;
  /** Called for each timer. */
  onTimer?(context: OnTimerContext, state: StateOf<T>): Processed<R>;
}

/** An object, a class of such objects, or `eval` alone. */
export type ProcessCode<A extends ProcessArguments, T extends StateTypes, R extends RowsType, O = unknown> =
  | ((context: ProcessContext, args: GivenArguments<A>, state: StateOf<T>) => Processed<R>)
  | ObjectOf<ProcessFunctionCode<A, T, R>, O>
  | ClassOf<ProcessFunctionCode<A, T, R>>;

type PassesOthers<A extends ProcessArguments> = {
  [K in keyof A]: A[K] extends TableArg<unknown, 'set'> ? true : never;
}[keyof A];

/** A process table function, for `Table.process`, `PartitionedTable.process`, `TableEnvironment.fromCall` and SQL. */
export interface ProcessUdf<A extends ProcessArguments, R extends RowsType> {
  /** The columns of its result; untyped with set semantics, where the columns of PARTITION BY come first. */
  readonly schemaType: [PassesOthers<A>] extends [never] ? YieldedColumns<R> : Untyped;
  /** What the plan and the runtime know of the function. */
  readonly udf: FunctionDefinition;
}

import type { TypeNode } from '@tsflink/runtime/codec';

/** An argument type strategy as plain data. */
export type ArgumentStrategyNode =
  | { readonly case: 'explicit'; readonly type: TypeNode }
  | { readonly case: 'group'; readonly group: 'ANY' | 'COMMON_ARG' }
  | { readonly case: 'logical'; readonly name: string }
  | { readonly case: 'or'; readonly alternatives: readonly ArgumentStrategyNode[] };

/** How a type strategy changes the type that another one tells. */
export type ResultChange = 'nullableIfArgs' | 'nullableIfAllArgs' | 'forceNullable' | 'varyingString';

/** A type strategy as plain data. */
export type ResultStrategyNode =
  | { readonly case: 'explicit'; readonly type: TypeNode }
  | { readonly case: 'argument'; readonly position: number }
  | { readonly case: 'common' }
  | { readonly case: 'changed'; readonly change: ResultChange; readonly initial: ResultStrategyNode }
  | { readonly case: 'array'; readonly element: ResultStrategyNode }
  | { readonly case: 'row'; readonly fields: readonly { readonly name: string; readonly type: ResultStrategyNode }[] };

/** The type of accumulators by the arguments of a call, as plain data; a view without key is a list. */
export interface AccumulatorStrategyNode {
  readonly type: ResultStrategyNode;
  readonly views: readonly {
    readonly name: string;
    readonly key?: ResultStrategyNode;
    readonly value: ResultStrategyNode;
  }[];
}

/** A form that calls of a function may have, whose types are told by each call. */
export interface SignatureNode {
  readonly parameters: readonly ArgumentStrategyNode[];
  /** Whether the last parameter stands for any number of arguments. */
  readonly variadic: boolean;
  readonly result: ResultStrategyNode;
}

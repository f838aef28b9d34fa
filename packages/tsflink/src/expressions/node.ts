import type { TypeNode } from '@tsflink/runtime/codec';
import type { FunctionDefinition } from '../functions/definition.js';
import type { RelationNode } from '../plan/relation.js';
import type { CallSite } from '../source/call-site.js';

/** An expression as plain data: what the typed interfaces record, and what a plan is made of. Immutable. */
export type ExpressionNode =
  | ColumnNode
  | LiteralNode
  | CallNode
  | AliasNode
  | TypeArgument
  | SymbolArgument
  | TableArgument;

/** A column, by name. */
export interface ColumnNode {
  readonly kind: 'column';
  readonly name: string;
  readonly site: CallSite;
}

/** The value of a literal, in the form in which it travels. */
export type LiteralValue =
  | { readonly case: 'boolean'; readonly value: boolean }
  | { readonly case: 'integer'; readonly value: bigint }
  | { readonly case: 'floating'; readonly value: number }
  | { readonly case: 'text'; readonly value: string }
  | { readonly case: 'binary'; readonly value: Uint8Array<ArrayBuffer> };

/** A literal; without a value it is NULL. */
export interface LiteralNode {
  readonly kind: 'literal';
  readonly type: TypeNode;
  readonly value: LiteralValue | undefined;
}

/**
 * What a call calls: a method of Flink's expressions (the first argument is its receiver), a function of Flink's
 * `Expressions`, a function known by its path, or one of the program.
 */
export type Callee =
  | { readonly case: 'builtin'; readonly name: string }
  | { readonly case: 'function'; readonly name: string }
  | { readonly case: 'path'; readonly path: string }
  | { readonly case: 'definition'; readonly definition: FunctionDefinition }
  | {
      readonly case: 'temporal';
      readonly relation: RelationNode;
      /** The names of its columns; undefined where only Flink knows them. */
      readonly columns: readonly string[] | undefined;
      readonly timeAttribute: ExpressionNode;
      readonly primaryKey: ExpressionNode;
    };

/** A call of a function. */
export interface CallNode {
  readonly kind: 'call';
  readonly callee: Callee;
  readonly args: readonly ExpressionNode[];
  readonly site: CallSite;
}

/** A name given to an expression. */
export interface AliasNode {
  readonly kind: 'alias';
  readonly expression: ExpressionNode;
  readonly name: string;
  /** The names of the other columns, where it is a call of a table function. */
  readonly others?: readonly string[];
  readonly site: CallSite;
}

/** A type as an argument, as in CAST. */
export interface TypeArgument {
  readonly kind: 'type';
  readonly type: TypeNode;
}

/** A symbol as an argument, as in EXTRACT. */
export interface SymbolArgument {
  readonly kind: 'symbol';
  /** Name of the enumeration of Flink's `TableSymbol`s. */
  readonly family: string;
  readonly value: string;
}

/** A table as an argument, as in IN, or of a process table function; with keys, each partition is processed apart. */
export interface TableArgument {
  readonly kind: 'table';
  readonly relation: RelationNode;
  readonly partitionBy: readonly ExpressionNode[];
  readonly orderBy: readonly ExpressionNode[];
}

/** The name that an expression gives to a column: its alias, or the column that it is. */
export function nameOf(node: ExpressionNode): string | undefined {
  return node.kind === 'alias' || node.kind === 'column' ? node.name : undefined;
}

/** All nodes of an expression, the outer ones first. */
export function* walk(node: ExpressionNode): Generator<ExpressionNode> {
  const pending = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    yield next;
    if (next.kind === 'alias') pending.push(next.expression);
    else if (next.kind === 'call') pending.push(...[...next.args].reverse());
  }
}

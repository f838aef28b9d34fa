import { sqlType, type TypeNode } from '@tsflink/runtime/codec';
import type { ExpressionNode } from '../expressions/node.js';
import type { FunctionDefinition } from '../functions/definition.js';
import { CallSite } from '../source/call-site.js';
import { quoteIdentifier } from '../types/identifiers.js';
import type { Untyped } from '../types/untyped.js';

/** What a column of a table holds: values of the connector, what is computed from others, or metadata. */
export type ColumnDefinition = { readonly name: string; readonly comment?: string } & (
  | { readonly kind: 'physical'; readonly type: TypeNode | string }
  | { readonly kind: 'computed'; readonly node: ExpressionNode }
  | { readonly kind: 'metadata'; readonly type: TypeNode; readonly key: string | undefined; readonly virtual: boolean }
);

/** The columns of a constraint or an index, and its name if it was given one. */
export interface NamedColumns {
  readonly name: string | undefined;
  readonly columns: readonly string[];
}

/** How the rows of a table are dealt to buckets. */
export interface DistributionDefinition {
  readonly kind: 'unknown' | 'hash' | 'range';
  readonly buckets: number | undefined;
  readonly keys: readonly string[];
}

/** What the schema of a table is made of. */
export interface SchemaDefinition {
  readonly columns: readonly ColumnDefinition[];
  readonly watermark?: { readonly column: string; readonly node: ExpressionNode } | undefined;
  readonly primaryKey?: NamedColumns | undefined;
  readonly indexes?: readonly NamedColumns[];
  readonly immutableColumns?: NamedColumns | undefined;
}

/** What a table of the program is made of. Without columns it takes those of the query that is inserted. */
export interface TableDefinition extends SchemaDefinition {
  readonly options: Readonly<Record<string, string>>;
  /** The function that looks its rows up; an option names it. */
  readonly lookup?: FunctionDefinition;
  readonly partitionKeys?: readonly string[];
  readonly distribution?: DistributionDefinition | undefined;
  readonly comment?: string | undefined;
}

/** The columns that a query reads. */
export function sourceColumns({ columns }: SchemaDefinition): readonly string[] {
  return columns.map((column) => column.name);
}

/** The columns that an insert has to provide. */
export function sinkColumns({ columns }: SchemaDefinition): readonly string[] {
  return columns
    .filter((column) => column.kind === 'physical' || (column.kind === 'metadata' && !column.virtual))
    .map((column) => column.name);
}

/**
 * A table known by name and schema, made by {@link defineTable}. `S` is what a query reads, `Sink` what an insert has to
 * provide. Maps to Flink's `TableDescriptor` together with a path.
 */
export class TableDef<out N extends string = string, out S = Untyped, out Sink = S> {
  declare readonly schemaType: S;
  declare readonly sinkType: Sink;
  /** Where it was defined. */
  readonly site = new CallSite();

  constructor(
    /** The path under which Flink knows it; dots part catalog, database and table. */
    readonly name: N,
    readonly definition: TableDefinition,
  ) {}

  /** The columns that an insert has to provide. */
  get sinkColumns(): readonly string[] {
    return sinkColumns(this.definition);
  }

  /** The columns that a query reads. */
  get columnNames(): readonly string[] {
    return sourceColumns(this.definition);
  }

  /** The path as Flink parses it. */
  get path(): string {
    return quotePath(this.name);
  }

  /** The columns and types, for messages: `t (a BIGINT, b STRING)`. */
  toString(): string {
    const columns = this.definition.columns.flatMap((column) =>
      column.kind === 'computed'
        ? []
        : [`${column.name} ${typeof column.type === 'string' ? column.type : sqlType(column.type)}`],
    );
    return `${this.name} (${columns.join(', ')})`;
  }
}

/** A path whose parts may be any words; one that is quoted already is taken as it is. */
export function quotePath(path: string): string {
  return path.includes('`') ? path : path.split('.').map(quoteIdentifier).join('.');
}

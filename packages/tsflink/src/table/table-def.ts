import { sqlType, type TypeNode } from '@tsflink/runtime/codec';
import type { ExpressionNode } from '../expressions/node.js';
import { CallSite } from '../source/call-site.js';
import { quoteIdentifier } from '../types/identifiers.js';
import type { Untyped } from '../types/untyped.js';

/** What a table of the program is made of. */
export interface TableDefinition {
  readonly columns: readonly { readonly name: string; readonly type: TypeNode }[];
  readonly computed: readonly { readonly name: string; readonly node: ExpressionNode }[];
  readonly watermark: { readonly column: string; readonly node: ExpressionNode } | undefined;
  readonly primaryKey: readonly string[];
  readonly options: Readonly<Record<string, string>>;
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
    return this.definition.columns.map((column) => column.name);
  }

  /** The columns that a query reads. */
  get columnNames(): readonly string[] {
    return [...this.sinkColumns, ...this.definition.computed.map((column) => column.name)];
  }

  /** The path as Flink parses it. */
  get path(): string {
    return quotePath(this.name);
  }

  /** The columns and types, for messages: `t (a BIGINT, b STRING)`. */
  toString(): string {
    const columns = this.definition.columns.map(({ name, type }) => `${name} ${sqlType(type)}`);
    return `${this.name} (${columns.join(', ')})`;
  }
}

/** A path whose parts may be any words; one that is quoted already is taken as it is. */
export function quotePath(path: string): string {
  return path.includes('`') ? path : path.split('.').map(quoteIdentifier).join('.');
}

import type { DataType, TableDefinition } from 'tsflink';

/** A SQL type as plain data. */
export type TypeNode = DataType['node'];

/** What a column holds. */
export type ColumnDescription = { readonly name: string; readonly comment?: string | undefined } & (
  | { readonly kind: 'physical'; readonly type: TypeNode }
  | { readonly kind: 'computed'; readonly type: TypeNode; readonly expression: string }
  | {
      readonly kind: 'metadata';
      readonly type: TypeNode;
      readonly key: string | undefined;
      readonly virtual: boolean;
    }
);

/** What is written of a view: only what a query reads. */
export interface ViewDescription {
  /** The path under which the program reads it. */
  readonly path: string;
  readonly columns: readonly { readonly name: string; readonly type: TypeNode }[];
}

/** What is written of a table: its definition with all types known, and expressions as SQL. */
export interface TableDescription
  extends Pick<TableDefinition, 'primaryKey' | 'indexes' | 'options' | 'partitionKeys' | 'distribution' | 'comment'> {
  /** The path under which the program will know it. */
  readonly path: string;
  /** Its own name. */
  readonly name: string;
  readonly columns: readonly ColumnDescription[];
  readonly watermark: { readonly column: string; readonly expression: string } | undefined;
}

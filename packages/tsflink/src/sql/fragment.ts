import type { AnyUdf } from '../functions/scalar-udf.js';
import type { Table } from '../table/table.js';
import type { TableDef } from '../table/table-def.js';
import { quoteIdentifier } from '../types/identifiers.js';
import type { JsLiteral } from '../types/literals.js';
import type { Untyped } from '../types/untyped.js';

/** What may stand in `${}` of SQL: tables, functions, identifiers, fragments and literals. */
export type SqlValue = Table<Untyped> | TableDef<string, Untyped, Untyped> | AnyUdf | SqlFragment | JsLiteral;

/** A piece of SQL, made by {@link sql}. */
export class SqlFragment {
  constructor(
    readonly strings: readonly string[],
    readonly values: readonly SqlValue[],
  ) {}
}

/** The tag for pieces of SQL, with its helpers. */
export interface SqlTag {
  /** A piece of SQL. */
  (strings: TemplateStringsArray, ...values: SqlValue[]): SqlFragment;
  /** An identifier, quoted: `sql.id('my catalog', 'my table')`. */
  id(...path: string[]): SqlFragment;
  /** Text taken as it is; never give it what a user typed. */
  raw(text: string): SqlFragment;
}

const raw = (text: string) => new SqlFragment([text], []);

/**
 * A piece of SQL to be put into a statement; values are quoted as literals.
 * @example tEnv.sqlQuery`SELECT * FROM ${accessLog} WHERE ${sql.id('uri')} = ${uri}`
 */
export const sql: SqlTag = Object.assign(
  (strings: TemplateStringsArray, ...values: SqlValue[]) => new SqlFragment(strings, values),
  { id: (...path: string[]) => raw(path.map(quoteIdentifier).join('.')), raw },
);

import { FlinkError } from '../errors/flink-error.js';
import type { AnyUdf } from '../functions/scalar-udf.js';
import type { Table } from '../table/table.js';
import type { TableDef } from '../table/table-def.js';
import { quoteIdentifier } from '../types/identifiers.js';
import type { JsLiteral } from '../types/literals.js';
import type { Untyped } from '../types/untyped.js';

/** What stands for a value of SQL: a literal, or a piece of SQL. */
type Item = JsLiteral | SqlFragment;

/** What may stand in `${}` of SQL: tables, functions, pieces of SQL, literals, and lists of them for `IN`. */
export type SqlValue = Table<Untyped> | TableDef<string, Untyped, Untyped> | AnyUdf | Item | readonly Item[];

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
  /** An identifier, quoted: `sql.id('my catalog', 'my table')`. Throws ARGUMENT_INVALID for a line break in it. */
  id(...path: string[]): SqlFragment;
  /** Text taken as it is; never give it what a user typed. */
  raw(text: string): SqlFragment;
  /** Pieces and values with another piece between them, a comma by default: ``sql.join(conditions, sql` AND `)``. */
  join(items: readonly SqlValue[], separator?: SqlFragment): SqlFragment;
  /** A value of ARRAY. Throws LITERAL_INVALID for an empty one, whose type SQL does not know. */
  array(items: readonly Item[]): SqlFragment;
  /** A value of MAP. Throws LITERAL_INVALID for an empty one. */
  map(entries: ReadonlyMap<Item, Item>): SqlFragment;
  /** A value of ROW. */
  row(...items: Item[]): SqlFragment;
}

const raw = (text: string) => new SqlFragment([text], []);

/** A quoted identifier. Throws ARGUMENT_INVALID for a line break, which SQL has no way to write in a name. */
function identifier(name: string): string {
  if (!/[\r\n]/.test(name)) return quoteIdentifier(name);
  throw new FlinkError('ARGUMENT_INVALID', `SQL has no name with a line break: ${JSON.stringify(name)}`);
}

/** Values between two texts, parted by a third. */
function listed(before: string, items: readonly SqlValue[], separator: string, after: string): SqlFragment {
  const [, ...more] = items;
  return new SqlFragment([before, ...more.map(() => separator), after], items);
}

function filled(what: string, items: readonly Item[]): readonly Item[] {
  if (items.length > 0) return items;
  throw new FlinkError('LITERAL_INVALID', `SQL has no literal for an empty ${what}`, {
    hint: `Write CAST(NULL AS ${what}<…>), or leave out what needs it.`,
  });
}

/**
 * A piece of SQL to be put into a statement; values are quoted as literals.
 * @example tEnv.sqlQuery`SELECT * FROM ${accessLog} WHERE ${sql.id('uri')} = ${uri}`
 */
export const sql: SqlTag = Object.assign(
  (strings: TemplateStringsArray, ...values: SqlValue[]) => new SqlFragment(strings, values),
  {
    id: (...path: string[]) => raw(path.map(identifier).join('.')),
    raw,
    join: (items: readonly SqlValue[], separator: SqlFragment = raw(', ')) =>
      new SqlFragment(
        Array.from({ length: Math.max(1, items.length * 2) }, () => ''),
        items.flatMap((item, i) => (i === 0 ? [item] : [separator, item])),
      ),
    array: (items: readonly Item[]) => listed('ARRAY[', filled('ARRAY', items), ', ', ']'),
    map: (entries: ReadonlyMap<Item, Item>) => listed('MAP[', filled('MAP', [...entries].flat()), ', ', ']'),
    row: (...items: Item[]) => listed('ROW(', items, ', ', ')'),
  },
);

import type { BOOLEAN, STRING } from '../types/sql-types.js';
import type { Untyped } from '../types/untyped.js';

type Text = STRING | null;
type Description = {
  name: Text;
  type: Text;
  null: BOOLEAN | null;
  key: Text;
  extras: Text;
  watermark: Text;
  /** Where a column has one. */
  comment?: Text;
};
type Info = { 'info name': Text; 'info value': Text };

/** What DESCRIBE of other things than tables gives. */
interface Described {
  CATALOG: Info;
  FUNCTION: Info;
  MODEL: { name: Text; type: Text; null: BOOLEAN | null; 'is input': BOOLEAN | null };
}

/** What statements that show something give, by the words they begin with. */
interface Shown {
  'SHOW CATALOGS': { 'catalog name': Text };
  'SHOW CURRENT CATALOG': { 'current catalog name': Text };
  'SHOW DATABASES': { 'database name': Text };
  'SHOW CURRENT DATABASE': { 'current database name': Text };
  'SHOW TABLES': { 'table name': Text };
  'SHOW MATERIALIZED TABLES': { 'materialized table': Text };
  'SHOW VIEWS': { 'view name': Text };
  'SHOW FUNCTIONS': { 'function name': Text };
  'SHOW USER FUNCTIONS': { 'function name': Text };
  'SHOW PROCEDURES': { 'procedure name': Text };
  'SHOW MODELS': { 'model name': Text };
  'SHOW MODULES': { 'module name': Text };
  'SHOW FULL MODULES': { 'module name': Text; used: BOOLEAN | null };
  'SHOW PARTITIONS': { 'partition name': Text };
  'SHOW JARS': { jars: Text };
  'SHOW CREATE TABLE': { result: Text };
  'SHOW CREATE VIEW': { result: Text };
  'SHOW CREATE CATALOG': { result: Text };
  'SHOW CREATE MODEL': { result: Text };
  'SHOW COLUMNS': Description;
  EXPLAIN: { result: Text };
}

type Trim<T extends string> = T extends ` ${infer R}` | `\n${infer R}` ? Trim<R> : T;
type Begins<T extends string, P extends string> = T extends P | `${P} ${string}` | `${P};${string}` ? true : false;

type Found<T extends string> = T extends `${'DESCRIBE' | 'DESC'} ${infer R}`
  ? DescribedBy<R>
  : T extends 'SET' | 'SET;'
    ? { key: Text; value: Text }
    : { [P in keyof Shown]: Begins<T, P> extends true ? Shown[P] : never }[keyof Shown];
type DescribedBy<R extends string> = R extends `${infer K extends keyof Described} ${string}`
  ? Described[K]
  : R extends `${'DATABASE' | 'JOB'} ${string}`
    ? never
    : Description;

/** The columns of what a statement gives, where its text says so: SHOW …, DESCRIBE, EXPLAIN, SET. */
export type StatementSchema<T extends string> = string extends T
  ? Untyped
  : [Found<Uppercase<Trim<T>>>] extends [never]
    ? Untyped
    : Found<Uppercase<Trim<T>>>;

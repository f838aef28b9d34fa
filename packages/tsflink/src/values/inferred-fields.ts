import { type Field, sqlType, type TypeNode } from '@tsflink/runtime/codec';
import { FlinkError } from '../errors/flink-error.js';
import { literal } from '../expressions/literal.js';
import type { CallSite } from '../source/call-site.js';
import { DataType } from '../types/data-type.js';
import { DataTypes as D, fieldsOf } from '../types/data-types.js';
import type { Untyped } from '../types/untyped.js';
import type { GivenRow } from './row-chunks.js';

/** The types of JavaScript values, by the types of the literals that they would be. */
const OF_LITERALS: Partial<Record<TypeNode['root'], { readonly node: TypeNode }>> = {
  BOOLEAN: D.BOOLEAN(),
  BIGINT: D.BIGINT(),
  CHAR: D.STRING(),
  VARCHAR: D.STRING(),
  BINARY: D.BYTES(),
  VARBINARY: D.BYTES(),
  DECIMAL: D.DECIMAL(38, 18),
  DATE: D.DATE(),
  TIME_WITHOUT_TIME_ZONE: D.TIME(3),
  TIMESTAMP_WITHOUT_TIME_ZONE: D.TIMESTAMP(9),
  TIMESTAMP_WITH_LOCAL_TIME_ZONE: D.TIMESTAMP_LTZ(9),
  INTERVAL_YEAR_MONTH: D.INTERVAL(D.YEAR(4), D.MONTH()),
  INTERVAL_DAY_TIME: D.INTERVAL(D.DAY(6), D.SECOND(3)),
};
/** Of values that say no type (yet). */
const NULL = D.NULL().node;

/**
 * The columns of rows, in the order in which they first appear, with the types of their values: all nullable, numbers
 * as DOUBLE. Throws ARGUMENT_INVALID where the values do not say a type, or say two.
 */
export function inferredFields(rows: readonly GivenRow[], site: CallSite): readonly Field[] {
  let all = NULL;
  for (const [i, row] of rows.entries()) {
    const values = new RowTypes(i + 1, site);
    all = values.merged(all, values.ofRow(row), []);
  }
  if (all === NULL || all.fields?.length === 0) throw undecided('Rows without values say no columns', site);
  return completed(all, [], site).fields ?? [];
}

/** A value of an inferred type with NULL for each field that it lacks. */
export function filled(value: Untyped, type: TypeNode): unknown {
  if (value === undefined || value === null) return null;
  const [first, second] = type.children ?? [];
  if (type.fields)
    return Object.fromEntries(type.fields.map((field) => [field.name, filled(value[field.name], field.type)]));
  if (type.root === 'ARRAY' && first) return value.map((element: unknown) => filled(element, first));
  if (type.root === 'MAP' && second) return new Map([...value].map(([key, item]) => [key, filled(item, second)]));
  return value;
}

/** The types of the values of one row. */
class RowTypes {
  constructor(
    private readonly number: number,
    private readonly site: CallSite,
  ) {}

  ofRow(row: unknown): TypeNode {
    if (typeof row === 'object' && row !== null && !Array.isArray(row)) return this.row(row, []);
    throw undecided(`Row ${this.number} is not an object with a value for each column`, this.site);
  }

  typeOf(value: unknown, path: readonly string[]): TypeNode {
    if (value === null || value === undefined) return NULL;
    if (typeof value === 'number') return D.DOUBLE().node;
    if (value instanceof Date) return D.TIMESTAMP_LTZ(3).bridgedTo('Date').node;
    if (Array.isArray(value)) return { root: 'ARRAY', nullable: true, children: [this.common(value, path)] };
    if (value instanceof Map) {
      const children = [value.keys(), value.values()].map((values) => this.common([...values], path));
      return { root: 'MAP', nullable: true, children };
    }
    return isPlain(value) ? this.row(value, path) : this.scalar(value, path);
  }

  /** The type of both. */
  merged(a: TypeNode, b: TypeNode, path: readonly string[]): TypeNode {
    if (a.root === 'NULL') return b;
    if (b.root === 'NULL') return a;
    if (a.root !== b.root || a.bridgedTo !== b.bridgedTo) {
      const what = `Row ${this.number}${of(path)} has a value of ${sqlType(b)}, those before it are of ${sqlType(a)}`;
      throw undecided(what, this.site);
    }
    if (a.fields && b.fields) {
      const theirs = new Map(b.fields.map(({ name, type }) => [name, type]));
      const mine = a.fields.map(({ name, type }) => ({
        name,
        type: this.merged(type, theirs.get(name) ?? NULL, [...path, name]),
      }));
      const known = new Set(a.fields.map(({ name }) => name));
      return { ...a, fields: [...mine, ...b.fields.filter(({ name }) => !known.has(name))] };
    }
    const children = a.children?.map((child, i) => this.merged(child, b.children?.[i] ?? NULL, path));
    return children ? { ...a, children } : a;
  }

  private row(value: object, path: readonly string[]): TypeNode {
    const types = Object.entries(value).map(([name, field]) => [
      name,
      new DataType(this.typeOf(field, [...path, name])),
    ]);
    const fields = fieldsOf(Object.fromEntries(types));
    return { root: 'ROW', nullable: true, fields };
  }

  private common(values: readonly unknown[], path: readonly string[]): TypeNode {
    return values.map((value) => this.typeOf(value, path)).reduce((a, b) => this.merged(a, b, path), NULL);
  }

  private scalar(value: unknown, path: readonly string[]): TypeNode {
    try {
      return OF_LITERALS[literal(value).type.root]?.node ?? NULL;
    } catch {
      const what = typeof value === 'object' ? `of class ${value?.constructor.name}` : `${String(value)}`;
      throw undecided(`Row ${this.number}${of(path)} has a value ${what}, which has no type in SQL`, this.site);
    }
  }
}

/** The type, of which each part has been said. */
function completed(type: TypeNode, path: readonly string[], site: CallSite): TypeNode {
  if (type.root === 'NULL') throw undecided(`No row has a value${of(path)} that says its type`, site);
  const fields = type.fields?.map(({ name, type }) => ({ name, type: completed(type, [...path, name], site) }));
  const children = type.children?.map((child) => completed(child, path, site));
  return { ...type, ...(fields && { fields }), ...(children && { children }) };
}

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));
const of = (path: readonly string[]) => (path.length === 0 ? '' : ` of column '${path.join('.')}'`);

function undecided(message: string, callSite: CallSite): FlinkError {
  return new FlinkError('ARGUMENT_INVALID', message, {
    hint: 'Declare the columns: fromValues({ id: INT(), name: STRING() }, rows).',
    callSite,
  });
}

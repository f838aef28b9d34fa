import type { Session } from '../environment/session.js';
import type { AnyUdf } from '../functions/scalar-udf.js';
import type { RelationNode } from '../plan/relation.js';
import type { CallSite } from '../source/call-site.js';
import { Table } from '../table/table.js';
import { TableDef } from '../table/table-def.js';
import { quoteIdentifier } from '../types/identifiers.js';
import { SqlFragment, type SqlValue } from './fragment.js';
import { sqlLiteral } from './sql-literal.js';

/** SQL text, and the tables that it names. */
export interface Rendered {
  readonly text: string;
  readonly views: readonly { readonly name: string; readonly relation: RelationNode }[];
}

let made = 0;

/** Puts values into SQL: tables of the program and functions are made known to the session. */
export function render(
  strings: readonly string[],
  values: readonly SqlValue[],
  session: Session,
  site: CallSite,
): Rendered {
  const views: { name: string; relation: RelationNode }[] = [];
  const one = (value: SqlValue): string => {
    if (value instanceof SqlFragment) return all(value.strings, value.values);
    if (value instanceof Table) {
      const view = views.find(({ relation }) => relation === value.relation) ?? {
        name: `tsflink_view_${++made}`,
        relation: value.relation,
      };
      if (!views.includes(view)) views.push(view);
      return quoteIdentifier(view.name);
    }
    if (value instanceof TableDef) {
      session.define(value, site);
      return value.path;
    }
    if (isUdf(value)) return quoteIdentifier(session.register(value.udf, site));
    return sqlLiteral(value);
  };
  const all = (texts: readonly string[], parts: readonly SqlValue[]): string =>
    texts.map((text, i) => (i < parts.length ? text + one(parts[i] as SqlValue) : text)).join('');
  return { text: all(strings, values), views };
}

function isUdf(value: SqlValue): value is AnyUdf {
  return typeof value === 'function' && 'udf' in value;
}

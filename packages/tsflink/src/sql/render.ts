import type { Session } from '../environment/session.js';
import { FlinkError } from '../errors/flink-error.js';
import { isUdf } from '../functions/scalar-udf.js';
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
    if (Array.isArray(value)) return list(value);
    if (isUdf(value)) return quoteIdentifier(session.register(value.udf, site));
    return sqlLiteral(value);
  };
  const list = (items: readonly SqlValue[]): string => {
    if (items.length > 0) return `(${items.map(one).join(', ')})`;
    throw new FlinkError('LITERAL_INVALID', 'SQL has no empty list', {
      hint: 'Leave out the condition where there is nothing to compare with.',
      callSite: site,
    });
  };
  const all = (texts: readonly string[], parts: readonly SqlValue[]): string => {
    checkPlaces(texts, site);
    return texts.map((text, i) => (i < parts.length ? text + one(parts[i] as SqlValue) : text)).join('');
  };
  return { text: all(strings, values), views };
}

const QUOTED = /'(?:[^']|'')*'|`(?:[^`]|``)*`|--[^\n]*\n|\/\*[\s\S]*?\*\//g;

/** Throws ARGUMENT_INVALID for a value within quotes or a comment, which would end there. */
function checkPlaces(texts: readonly string[], callSite: CallSite): void {
  let before = '';
  for (const text of texts.slice(0, -1)) {
    // what was put in is whole in itself: a letter stands for it
    before = `${before}${text}`.replaceAll(QUOTED, 'x');
    const open = /['`]|--|\/\*/.exec(before);
    if (open) {
      const what = open[0] === "'" || open[0] === '`' ? `the quotes ${open[0]}` : 'a comment';
      throw new FlinkError('ARGUMENT_INVALID', `A value of the template stands within ${what}`, {
        hint: 'Leave the quotes out: a value brings those it needs. Put text together with ||, and names with sql.id().',
        callSite,
      });
    }
    before += 'x';
  }
}

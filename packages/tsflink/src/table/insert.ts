import type { Session } from '../environment/session.js';
import { FlinkError } from '../errors/flink-error.js';
import { suggestion } from '../errors/suggest.js';
import type { RelationNode } from '../plan/relation.js';
import type { InsertConflictStrategy, InsertNode } from '../plan/statement.js';
import { CallSite } from '../source/call-site.js';
import type { CheckInsert } from './checks.js';
import { type ColumnNames, columnNode } from './projection.js';
import { quotePath, type SchemaDefinition, sinkColumns, TableDef } from './table-def.js';
import type { TableDescriptor } from './table-descriptor.js';

/** Where rows can be inserted: a table of the program, one that is described, or the path of any. */
export type Sink = TableDef<string, unknown, unknown> | TableDescriptor<unknown, unknown> | string;
/** Whether rows of columns `S` can be inserted there. */
export type CheckSink<S, D> = D extends { readonly sinkType: infer K } ? CheckInsert<S, K> : unknown;

/** The insert of a relation into a sink: by column name where the sink's columns are known, else by position. */
export function insertNode(
  session: Session,
  relation: RelationNode,
  columns: ColumnNames,
  sink: Sink,
  strategy: InsertConflictStrategy | boolean | undefined,
  overwrite: boolean,
): InsertNode {
  const site = new CallSite();
  const options = {
    case: 'insert',
    overwrite: typeof strategy === 'boolean' ? strategy : overwrite,
    conflictStrategy: typeof strategy === 'string' ? strategy : undefined,
    site,
  } as const;
  if (typeof sink === 'string') return { ...options, relation, sink };
  const { definition } = sink;
  if (sink instanceof TableDef) {
    session.define(sink, site);
    return { ...options, relation: orderedFor(relation, columns, definition, quotePath(sink.name)), sink: sink.path };
  }
  const ordered = definition.columns.length === 0 ? relation : orderedFor(relation, columns, definition, 'the sink');
  return { ...options, relation: ordered, sink: definition };
}

/** The relation with its columns in the order of the sink's. */
function orderedFor(relation: RelationNode, columns: ColumnNames, sink: SchemaDefinition, name: string): RelationNode {
  if (columns === undefined) return relation;
  const wanted = sinkColumns(sink);
  const missing = wanted.find((column) => !columns.includes(column));
  const extra = columns.find((column) => !wanted.includes(column));
  if (missing !== undefined || extra !== undefined) {
    const what =
      missing === undefined
        ? `Column '${extra}' of the query is not a column of ${name}`
        : `Column '${missing}' of ${name} is not among those of the query`;
    throw new FlinkError('SCHEMA_MISMATCH', what, {
      hint: missing === undefined ? suggestion(extra ?? '', wanted) : suggestion(missing, columns),
    });
  }
  return ordered(relation, columns, wanted);
}

/** The relation with its columns in this order, where it has these and no others. */
export function ordered(relation: RelationNode, columns: ColumnNames, names: readonly string[]): RelationNode {
  const same = columns?.length === names.length && columns.every((column) => names.includes(column));
  if (!same || columns.every((column, i) => column === names[i])) return relation;
  return { kind: 'project', inputs: [relation], expressions: names.map(columnNode), site: new CallSite() };
}

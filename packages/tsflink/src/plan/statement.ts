import type { MessageInitShape } from '@bufbuild/protobuf';
import type { FunctionDefinition } from '../functions/definition.js';
import type { InsertSchema, InsertStatementSchema } from '../generated/tsflink/v1/gateway_pb.js';
import type { CallSite } from '../source/call-site.js';
import type { TableDefinition } from '../table/table-def.js';
import { encodeTable, NO_PLAN } from './encode-table.js';
import type { Encoder } from './encoder.js';
import type { RelationNode } from './relation.js';

/** What becomes of rows whose keys are in a sink already. Maps to Flink's `InsertConflictStrategy`. */
export type InsertConflictStrategy =
  /** The job fails. */
  | 'ERROR'
  /** The first row stays. */
  | 'NOTHING'
  /** The last row stays, and those before it come back when it is taken back. */
  | 'DEDUPLICATE';

/** An insert into a table that has a path, or into one that is described. */
export interface InsertNode {
  readonly case: 'insert';
  readonly relation: RelationNode;
  readonly sink: string | TableDefinition;
  readonly overwrite: boolean;
  readonly conflictStrategy: InsertConflictStrategy | undefined;
  readonly site: CallSite;
}

/** An insert that is written in SQL. */
export interface SqlInsertNode {
  readonly case: 'sql';
  readonly text: string;
  readonly site: CallSite;
}

/** A plan that Flink compiled. */
export type CompiledPlanContent =
  | { readonly case: 'json'; readonly value: string }
  | { readonly case: 'smile'; readonly value: Uint8Array };

/** What can be compiled. */
export type CompilableStatement =
  | { readonly case: 'sql'; readonly text: string }
  | InsertNode
  | { readonly case: 'statementSet'; readonly statements: readonly (InsertNode | SqlInsertNode)[] }
  | { readonly case: 'compiledPlan'; readonly content: CompiledPlanContent };

/** What can be explained. */
export type ExplainableStatement = CompilableStatement | { readonly case: 'query'; readonly relation: RelationNode };

/** What a request runs. */
export type Statement = ExplainableStatement | CreateFunctionNode;

/** A function of the program that SQL creates. */
export interface CreateFunctionNode {
  readonly case: 'createFunction';
  readonly text: string;
  /** Where in the text the word TYPESCRIPT stands. */
  readonly language: readonly [begin: number, end: number];
  readonly definition: FunctionDefinition;
}

/** Puts what can be compiled into the form in which it travels. */
export function encodeCompilable(statement: CompilableStatement, encoder: Encoder) {
  switch (statement.case) {
    case 'sql':
      return { case: 'sql', value: statement.text } as const;
    case 'insert':
      return {
        case: 'insert',
        value: { ...encodeInsert(statement, encoder), plan: encoder.plan(statement.relation) },
      } as const;
    case 'statementSet':
      return { case: 'statementSet', value: encodeSet(statement.statements, encoder) } as const;
    case 'compiledPlan':
      return { case: 'compiledPlan', value: { content: encodeContent(statement.content) } } as const;
  }
}

/** Puts what can be explained into the form in which it travels. */
export function encodeExplainable(statement: ExplainableStatement, encoder: Encoder) {
  if (statement.case === 'query') return { case: 'query', value: encoder.plan(statement.relation) } as const;
  return encodeCompilable(statement, encoder);
}

/** Puts a statement into the form in which it travels. */
export function encodeStatement(statement: Statement, encoder: Encoder) {
  if (statement.case === 'createFunction') {
    const { text: sql, definition } = statement;
    const [languageBegin, languageEnd] = statement.language;
    const value = { sql, languageBegin, languageEnd, function: encoder.function(definition) };
    return { case: 'createFunction', value } as const;
  }
  return encodeExplainable(statement, encoder);
}

function encodeContent(content: CompiledPlanContent) {
  return content.case === 'json' ? content : ({ case: 'smile', value: new Uint8Array(content.value) } as const);
}

function encodeInsert(
  { sink, overwrite, conflictStrategy }: InsertNode,
  encoder: Encoder,
): MessageInitShape<typeof InsertSchema> {
  const strategy = conflictStrategy ?? '';
  if (typeof sink === 'string') return { path: sink, overwrite, conflictStrategy: strategy };
  const table = encodeTable(sink, (part) => encoder.expression(part, NO_PLAN));
  return { table, overwrite, conflictStrategy: strategy };
}

/** All inserts in one plan, so that what they share is computed once. */
function encodeSet(statements: readonly (InsertNode | SqlInsertNode)[], encoder: Encoder) {
  const inserts = statements.filter((statement) => statement.case === 'insert');
  const { plan, indexes } = encoder.plans(inserts.map((insert) => insert.relation));
  const encoded = statements.map((statement): MessageInitShape<typeof InsertStatementSchema> => {
    if (statement.case === 'sql') {
      return { statement: { case: 'sql', value: statement.text }, ...encoder.source(statement.site) };
    }
    return {
      statement: { case: 'insert', value: encodeInsert(statement, encoder) },
      relation: indexes.get(statement.relation) ?? 0,
      ...encoder.source(statement.site),
    };
  });
  return { plan, statements: encoded };
}

import { create, type MessageInitShape } from '@bufbuild/protobuf';
import type { Callee, ExpressionNode, LiteralNode } from '../expressions/node.js';
import type { FunctionDefinition } from '../functions/definition.js';
import type { CallSchema, SourcePositionSchema } from '../generated/tsflink/v1/expressions_pb.js';
import {
  FunctionDefinitionSchema,
  FunctionKind,
  type FunctionDefinition as FunctionMessage,
  NullHandling,
} from '../generated/tsflink/v1/functions_pb.js';
import { type Plan, PlanSchema, type RelationSchema } from '../generated/tsflink/v1/plan_pb.js';
import type { CallSite } from '../source/call-site.js';
import { RowUpload } from '../values/row-upload.js';
import { encodeProcess, encodeState } from './encode-process.js';
import { encodeRelation } from './encode-relation.js';
import { encodeAccumulator, encodeSignature } from './encode-signature.js';
import { checkOwner } from './owners.js';
import type { ExpressionInit, RelationNode } from './relation.js';
import { encodeType } from './type.js';

/** A function of a request, and its message, which lacks its artifact until the function is shipped. */
export interface PendingFunction {
  readonly definition: FunctionDefinition;
  readonly message: FunctionMessage;
}

const KINDS = {
  scalar: FunctionKind.SCALAR,
  table: FunctionKind.TABLE,
  aggregate: FunctionKind.AGGREGATE,
  tableAggregate: FunctionKind.TABLE_AGGREGATE,
  processTable: FunctionKind.PROCESS_TABLE,
  asyncScalar: FunctionKind.ASYNC_SCALAR,
  asyncTable: FunctionKind.ASYNC_TABLE,
};

/** Where expressions find the other parts of their plan, by index. */
export interface PlanScope {
  readonly function: (definition: FunctionDefinition) => number;
  readonly relation: (relation: RelationNode) => number;
}

/** Puts the plans and functions of one request into the form in which they travel. */
export class Encoder {
  /** The functions met, to be shipped before the request is sent. */
  readonly functions: PendingFunction[] = [];
  /** The rows met that travel apart, to be sent before the request is. */
  readonly uploads: RowUpload[] = [];

  /**
   * @param positions whether messages say where the user's program made them
   * @param session the one that makes the request: tables of others are refused
   */
  constructor(
    private readonly positions = true,
    private readonly session?: object,
  ) {}

  /** A plan: inputs before the relations that use them, each once, the root last. */
  plan(root: RelationNode): Plan {
    return this.plans([root]).plan;
  }

  /** A plan of several roots, and where each relation is in it. */
  plans(roots: readonly RelationNode[]): { readonly plan: Plan; readonly indexes: ReadonlyMap<RelationNode, number> } {
    const indexes = new Map<RelationNode, number>();
    const inline = new Map<FunctionDefinition, number>();
    const functions: FunctionMessage[] = [];
    const functionIndex = (definition: FunctionDefinition) => {
      let index = inline.get(definition);
      if (index === undefined) {
        index = functions.push(this.function(definition)) - 1;
        inline.set(definition, index);
      }
      return index;
    };
    // relations that expressions refer to, and that are not encoded yet
    let referred: RelationNode[] = [];
    const relationIndex = (relation: RelationNode) => {
      const index = indexes.get(relation);
      if (index === undefined) referred.push(relation);
      return index ?? 0;
    };
    const scope = { function: functionIndex, relation: relationIndex };
    const expression = (node: ExpressionNode) => this.expression(node, scope);

    const relations: MessageInitShape<typeof RelationSchema>[] = [];
    // a stack of our own: chains may be deeper than that of JavaScript
    const pending = [...roots].reverse();
    for (const root of roots) this.checkOwner(root, undefined);
    for (let node = pending.at(-1); node !== undefined; node = pending.at(-1)) {
      for (const input of node.inputs) this.checkOwner(input, node.site);
      const missing = node.inputs.filter((input) => !indexes.has(input));
      if (missing.length > 0) {
        pending.push(...missing.reverse());
        continue;
      }
      if (!indexes.has(node)) {
        const inputs = node.inputs.map((input) => indexes.get(input) as number);
        const encoded = encodeRelation(node, inputs, expression);
        for (const other of referred) this.checkOwner(other, node.site);
        if (referred.length > 0) {
          pending.push(...referred); // and then this one again
          referred = [];
          continue;
        }
        if (node.kind === 'values' && node.rows instanceof RowUpload) this.uploads.push(node.rows);
        indexes.set(node, relations.length);
        relations.push({ node: encoded, ...this.source(node.site) });
      }
      pending.pop();
    }
    const plan = create(PlanSchema, { relations });
    plan.functions = functions;
    return { plan, indexes };
  }

  private checkOwner(relation: RelationNode, usedAt: CallSite | undefined): void {
    if (this.session) checkOwner(relation, this.session, usedAt);
  }

  /** A function, without its artifact. */
  function(definition: FunctionDefinition): FunctionMessage {
    const message = create(FunctionDefinitionSchema, {
      name: definition.name,
      kind: KINDS[definition.kind],
      parameters: definition.parameters.map(({ type, ...more }) => ({ ...more, type: encodeType(type) })),
      ...(definition.returns ? { returns: encodeType(definition.returns) } : {}),
      signatures: (definition.signatures ?? []).map(encodeSignature),
      deterministic: definition.deterministic,
      engine: definition.engine ?? '',
      onNull: definition.onNull === 'call' ? NullHandling.CALL : NullHandling.RETURN_NULL,
      vectorised: definition.vectorised,
      namedArguments: definition.namedArguments,
      ...(definition.accumulator ? { accumulator: encodeType(definition.accumulator) } : {}),
      views: (definition.views ?? []).map(encodeState),
      ...(definition.accumulatorStrategy
        ? { accumulatorStrategy: encodeAccumulator(definition.accumulatorStrategy) }
        : {}),
      ...(definition.process ? { processTable: encodeProcess(definition.process) } : {}),
      methods: [...definition.methods],
      ...this.source(definition.source),
    });
    this.functions.push({ definition, message });
    return message;
  }

  /** Where the user's program was. */
  source(site: CallSite): { source?: MessageInitShape<typeof SourcePositionSchema> } {
    const position = this.positions ? site.position : undefined;
    return position ? { source: position } : {};
  }

  /** An expression of a plan. */
  expression(node: ExpressionNode, scope: PlanScope): ExpressionInit {
    const expression = (part: ExpressionNode): ExpressionInit => this.expression(part, scope);
    switch (node.kind) {
      case 'column':
        return { node: { case: 'column', value: { name: node.name } }, ...this.source(node.site) };
      case 'literal':
        return { node: { case: 'literal', value: encodeLiteral(node) } };
      case 'alias':
        return {
          node: {
            case: 'alias',
            value: { expression: expression(node.expression), names: [node.name, ...(node.others ?? [])] },
          },
          ...this.source(node.site),
        };
      case 'type':
        return { node: { case: 'type', value: encodeType(node.type) } };
      case 'symbol':
        return { node: { case: 'symbol', value: { kind: node.family, value: node.value } } };
      case 'table': {
        const { relation, partitionBy, orderBy } = node;
        const keys = { partitionBy: partitionBy.map(expression), orderBy: orderBy.map(expression) };
        return { node: { case: 'table', value: { relation: scope.relation(relation), ...keys } } };
      }
      case 'call': {
        const value = { function: encodeCallee(node.callee, scope, expression), arguments: node.args.map(expression) };
        return { node: { case: 'call', value }, ...this.source(node.site) };
      }
    }
  }
}

function encodeCallee(
  callee: Callee,
  scope: PlanScope,
  expression: (node: ExpressionNode) => ExpressionInit,
): NonNullable<MessageInitShape<typeof CallSchema>['function']> {
  switch (callee.case) {
    case 'builtin':
      return { case: 'builtin', value: callee.name };
    case 'function':
      return { case: 'functionName', value: callee.name };
    case 'path':
      return { case: 'path', value: callee.path };
    case 'definition':
      return { case: 'inline', value: scope.function(callee.definition) };
    case 'temporal': {
      const { relation, timeAttribute, primaryKey } = callee;
      const columns = { timeAttribute: expression(timeAttribute), primaryKey: expression(primaryKey) };
      return { case: 'temporal', value: { relation: scope.relation(relation), ...columns } };
    }
  }
}

function encodeLiteral({ type, value }: LiteralNode) {
  return { type: encodeType(type), ...(value ? { value: { value } } : {}) };
}

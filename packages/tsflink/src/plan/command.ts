import { create, type MessageInitShape } from '@bufbuild/protobuf';
import type { FunctionDefinition } from '../functions/definition.js';
import { type Command, CommandSchema } from '../generated/tsflink/v1/gateway_pb.js';
import type { CallSite } from '../source/call-site.js';
import type { TableDef } from '../table/table-def.js';
import { encodeTable, NO_PLAN } from './encode-table.js';
import type { Encoder } from './encoder.js';
import { encodeOperation, type OperationNode } from './operation.js';
import type { RelationNode } from './relation.js';

/** What methods of the environment that return nothing leave for the next request. */
export type CommandNode = { readonly site: CallSite } & (
  | { readonly kind: 'createTemporaryView'; readonly path: string; readonly relation: RelationNode }
  | { readonly kind: 'dropTemporaryView'; readonly path: string }
  | { readonly kind: 'invalidateCache'; readonly id: string }
  | {
      readonly kind: 'createTemporarySystemFunction';
      readonly name: string;
      readonly definition: FunctionDefinition;
    }
  | { readonly kind: 'setConfiguration'; readonly key: string; readonly value: string | undefined }
  | {
      readonly kind: 'createTemporaryTable';
      readonly path: string;
      readonly table: TableDef;
      readonly ignoreIfExists: boolean;
    }
  | { readonly kind: 'operation'; readonly operation: OperationNode }
);

/** Puts a command into the form in which it travels. */
export function encodeCommand(node: CommandNode, encoder: Encoder): Command {
  return create(CommandSchema, { command: encode(node, encoder), ...encoder.source(node.site) });
}

function encode(node: CommandNode, encoder: Encoder): NonNullable<MessageInitShape<typeof CommandSchema>['command']> {
  switch (node.kind) {
    case 'createTemporaryView':
      return { case: node.kind, value: { path: node.path, plan: encoder.plan(node.relation) } };
    case 'createTemporarySystemFunction': {
      const message = encoder.function(node.definition);
      message.name = node.name;
      return { case: node.kind, value: { function: message } };
    }
    case 'setConfiguration':
      return { case: node.kind, value: { key: node.key, ...(node.value === undefined ? {} : { value: node.value }) } };
    case 'invalidateCache':
      return { case: node.kind, value: { id: node.id } };
    case 'dropTemporaryView':
      return { case: node.kind, value: { path: node.path } };
    case 'operation':
      return { case: node.kind, value: encodeOperation(node.operation, encoder) };
    case 'createTemporaryTable':
      return {
        case: node.kind,
        value: {
          path: node.path,
          table: encodeTable(node.table.definition, (part) => encoder.expression(part, NO_PLAN)),
          ignoreIfExists: node.ignoreIfExists,
        },
      };
  }
}

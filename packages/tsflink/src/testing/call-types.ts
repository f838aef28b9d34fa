import type { TypeNode } from '@tsflink/runtime/codec';
import { FlinkError } from '../errors/flink-error.js';
import type { FunctionDefinition } from '../functions/definition.js';
import type { AccumulatorStrategyNode, ResultStrategyNode } from '../functions/inference/nodes.js';
import { Parameters } from '../functions/parameters.js';
import type { StateEntryDefinition } from '../functions/process/process-definition.js';
import type { DataType } from '../types/data-type.js';

/** The types of a call, of a function whose types calls tell. */
export interface CallTypes<A extends readonly DataType[], R extends DataType> {
  /** Those of the arguments. */
  readonly args: A;
  /** That of the result, or of a row of results. */
  readonly returns: R;
}

/** The function as a call of those types has it. Throws ARGUMENT_INVALID where they are missing. */
export function ofCall(
  definition: FunctionDefinition,
  types: CallTypes<readonly DataType[], DataType> | undefined,
): FunctionDefinition {
  const { signatures, accumulatorStrategy, ...declared } = definition;
  if (signatures === undefined) return definition;
  if (types !== undefined) {
    const parameters = new Parameters(types.args).fields;
    const given = { ...declared, parameters, returns: types.returns.node };
    if (accumulatorStrategy === undefined) return given;
    const nodes = parameters.map(({ type }) => type);
    return { ...given, ...accumulatorOf(accumulatorStrategy, definition.name, nodes) };
  }
  throw new FlinkError('ARGUMENT_INVALID', `testFunction needs the types of a call of ${definition.name}`, {
    hint: `Say which: testFunction(${definition.name}, { types: { args: [INT()], returns: INT() } }).`,
  });
}

function accumulatorOf(
  { type, views }: AccumulatorStrategyNode,
  functionName: string,
  args: readonly TypeNode[],
): Pick<FunctionDefinition, 'accumulator' | 'views'> {
  const typeOf = (node: ResultStrategyNode): TypeNode => {
    switch (node.case) {
      case 'explicit':
        return node.type;
      case 'argument':
        return args[node.position] as TypeNode;
      case 'array':
        return { root: 'ARRAY', nullable: false, children: [typeOf(node.element)] };
      case 'row': {
        const fields = node.fields.map((field) => ({ name: field.name, type: typeOf(field.type) }));
        return { root: 'ROW', nullable: false, fields };
      }
      case 'changed':
        if (node.change === 'forceNullable') return { ...typeOf(node.initial), nullable: true };
    }
    throw new FlinkError('ARGUMENT_INVALID', `The accumulators of ${functionName} are of a type that Flink finds`, {
      hint: 'Tests without a cluster know strategies of explicit types and of arguments: test it on a cluster.',
    });
  };
  const notNull = (node: ResultStrategyNode): TypeNode => ({ ...typeOf(node), nullable: false });
  const entries = views.map(
    ({ name, key, value }): StateEntryDefinition =>
      key
        ? { name, kind: 'mapView', key: notNull(key), value: typeOf(value) }
        : { name, kind: 'listView', value: notNull(value) },
  );
  return { accumulator: typeOf(type), views: entries };
}

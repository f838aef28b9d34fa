import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  AccumulatorStrategyNode,
  ArgumentStrategyNode,
  ResultStrategyNode,
  SignatureNode,
} from '../functions/inference/nodes.js';
import {
  type AccumulatorStrategySchema,
  ArgumentGroup,
  type ArgumentStrategySchema,
  ResultChange,
  type ResultStrategySchema,
  type SignatureSchema,
} from '../generated/tsflink/v1/functions_pb.js';
import { encodeType } from './type.js';

const CHANGES = {
  nullableIfArgs: ResultChange.NULLABLE_IF_ARGS,
  nullableIfAllArgs: ResultChange.NULLABLE_IF_ALL_ARGS,
  forceNullable: ResultChange.FORCE_NULLABLE,
  varyingString: ResultChange.VARYING_STRING,
};

/** A form of calls in the form in which it travels. */
export function encodeSignature({
  parameters,
  variadic,
  result,
}: SignatureNode): MessageInitShape<typeof SignatureSchema> {
  return { parameters: parameters.map(encodeArgument), variadic, result: encodeResult(result) };
}

/** The type of accumulators by the arguments of a call, in the form in which it travels. */
export function encodeAccumulator({
  type,
  views,
}: AccumulatorStrategyNode): MessageInitShape<typeof AccumulatorStrategySchema> {
  return {
    type: encodeResult(type),
    views: views.map(({ name, key, value }) => ({
      name,
      ...(key ? { key: encodeResult(key) } : {}),
      value: encodeResult(value),
    })),
  };
}

function encodeArgument(node: ArgumentStrategyNode): MessageInitShape<typeof ArgumentStrategySchema> {
  switch (node.case) {
    case 'explicit':
      return { strategy: { case: 'explicit', value: encodeType(node.type) } };
    case 'group':
      return { strategy: { case: 'group', value: ArgumentGroup[node.group] } };
    case 'logical':
      return { strategy: { case: 'logical', value: node.name } };
    case 'or':
      return { strategy: { case: 'or', value: { alternatives: node.alternatives.map(encodeArgument) } } };
  }
}

function encodeResult(node: ResultStrategyNode): MessageInitShape<typeof ResultStrategySchema> {
  switch (node.case) {
    case 'explicit':
      return { strategy: { case: 'explicit', value: encodeType(node.type) } };
    case 'argument':
      return { strategy: { case: 'argument', value: node.position } };
    case 'common':
      return { strategy: { case: 'common', value: true } };
    case 'changed': {
      const { change, initial } = node;
      return { strategy: { case: 'changed', value: { change: CHANGES[change], initial: encodeResult(initial) } } };
    }
    case 'array':
      return { strategy: { case: 'array', value: encodeResult(node.element) } };
    case 'row': {
      const fields = node.fields.map(({ name, type }) => ({ name, type: encodeResult(type) }));
      return { strategy: { case: 'row', value: { fields } } };
    }
  }
}

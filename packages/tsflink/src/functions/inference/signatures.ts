import { sqlType, type TypeNode } from '@tsflink/runtime/codec';
import { FlinkError } from '../../errors/flink-error.js';
import { isExpression, toNode } from '../../expressions/build.js';
import { literal, typedLiteral } from '../../expressions/literal.js';
import type { ExpressionNode } from '../../expressions/node.js';
import { DataType } from '../../types/data-type.js';
import { OptionalParameter, type ParameterType, type ParameterTypes, VariadicParameter } from '../parameter-types.js';
import { ArgumentTypeStrategy, argumentStrategy } from './argument-type-strategy.js';
import type { ArgumentStrategyNode, ResultStrategyNode, SignatureNode } from './nodes.js';

/** Whether calls tell the types of parameters. */
export function haveStrategies(types: ParameterTypes): boolean {
  return Object.values(types).some(
    (type) => (type instanceof VariadicParameter ? type.type : type) instanceof ArgumentTypeStrategy,
  );
}

/** A form of calls, as plain data. Throws FUNCTION_INVALID where the parameters cannot be. */
export function signature(types: ParameterTypes, result: ResultStrategyNode): SignatureNode {
  if (!Array.isArray(types)) {
    throw new FlinkError('FUNCTION_INVALID', 'Parameters by name have one type each', {
      hint: 'Declare the parameters as a list where calls tell their types, as in Flink.',
    });
  }
  const parameters = types as readonly ParameterType[];
  const misplaced = parameters.find(
    (type, i) => type instanceof OptionalParameter || (type instanceof VariadicParameter && i < parameters.length - 1),
  );
  if (misplaced instanceof OptionalParameter) {
    throw new FlinkError('FUNCTION_INVALID', 'A function whose types are told by calls has no optional parameters', {
      hint: 'Add a signature without the parameter: udf.overloads({ signatures: [ … ] }, …).',
    });
  }
  if (misplaced) {
    throw new FlinkError('FUNCTION_INVALID', 'Only the last parameter of a signature can be varargs(…)');
  }
  return {
    parameters: parameters.map((type) =>
      argumentStrategy(type instanceof DataType || type instanceof ArgumentTypeStrategy ? type : type.type),
    ),
    variadic: parameters.at(-1) instanceof VariadicParameter,
    result,
  };
}

/** The arguments of a call in an expression; the gateway tells which signature they are of. Throws ARGUMENT_INVALID. */
export function operandsOf(
  functionName: string,
  signatures: readonly SignatureNode[],
  args: readonly unknown[],
): ExpressionNode[] {
  const fitting = signatures.filter(({ parameters, variadic }) =>
    variadic ? args.length >= parameters.length - 1 : args.length === parameters.length,
  );
  if (fitting.length === 0 || args.includes(undefined)) {
    const forms = signatures.map((form) => describeSignature(functionName, form));
    const got = args.includes(undefined)
      ? `argument ${args.indexOf(undefined) + 1} is missing`
      : `${args.length} were given`;
    throw new FlinkError('ARGUMENT_INVALID', `${functionName} does not take these arguments: ${got}`, {
      hint: `It is called as ${forms.join(', or ')}.`,
    });
  }
  return args.map((arg, i) => {
    if (isExpression(arg)) return toNode(arg);
    const parameters = fitting.map((form) => form.parameters[Math.min(i, form.parameters.length - 1)]);
    if (arg === null && parameters.every((node) => node?.case === 'group' && node.group === 'ANY')) {
      throw new FlinkError('ARGUMENT_INVALID', `Argument ${i + 1} of ${functionName} is a NULL without a type`, {
        hint: 'Say which: nullOf(DataTypes.INT()).',
      });
    }
    return literalFor(arg, parameters.map(explicit));
  });
}

// By the value alone, unless the parameter is of one other type in each signature.
function literalFor(value: unknown, types: readonly (TypeNode | undefined)[]): ExpressionNode {
  const [type] = types;
  if (type !== undefined && types.every((other) => other?.root === type.root)) return typedLiteral(value, type);
  return literal(value);
}

function explicit(node: ArgumentStrategyNode | undefined): TypeNode | undefined {
  return node?.case === 'explicit' ? node.type : undefined;
}

/** How a signature is written: `f(NUMERIC, STRING...)`. */
export function describeSignature(functionName: string, { parameters, variadic }: SignatureNode): string {
  return `${functionName}(${parameters.map(describe).join(', ')}${variadic ? '...' : ''})`;
}

function describe(node: ArgumentStrategyNode): string {
  switch (node.case) {
    case 'explicit':
      return sqlType(node.type);
    case 'group':
      return node.group === 'ANY' ? 'ANY' : 'COMMON';
    case 'logical':
      return node.name;
    case 'or':
      return node.alternatives.map(describe).join(' | ');
  }
}

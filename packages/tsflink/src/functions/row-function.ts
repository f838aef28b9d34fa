import { FlinkError } from '../errors/flink-error.js';
import { callOf } from '../expressions/build.js';
import type { ExpressionNode } from '../expressions/node.js';
import { CallSite } from '../source/call-site.js';
import { DataType } from '../types/data-type.js';
import { checkCode, methodsOf, nameOfCode } from './code.js';
import type { FunctionDefinition, NullHandling } from './definition.js';
import { type EngineOptions, engineOf } from './engine.js';
import { functionName } from './function-name.js';
import type { SignatureNode } from './inference/nodes.js';
import type { ResultType } from './inference/result-types.js';
import { haveStrategies, operandsOf, signature } from './inference/signatures.js';
import { resultStrategy } from './inference/type-strategy.js';
import type { ParameterTypes } from './parameter-types.js';
import { Parameters } from './parameters.js';

/** The kinds of functions that are called for each row. */
export type RowKind = 'scalar' | 'asyncScalar' | 'table' | 'asyncTable';

/** What functions that are called for each row are told, whatever their kind and types. */
interface Options extends EngineOptions {
  readonly name?: string;
  readonly deterministic?: boolean;
  readonly onNull?: NullHandling;
  readonly vectorised?: boolean;
}

/** A function, or an object or class with `eval`, that is called for each row: what calls it in expressions. */
export function rowFunction(
  kind: RowKind,
  options: Options & { readonly args: ParameterTypes; readonly parameterNames?: readonly string[] },
  returns: ResultType,
  code: unknown,
): unknown {
  if (!(returns instanceof DataType) || haveStrategies(options.args)) {
    return openFunction(kind, options, [signature(options.args, resultStrategy(returns))], code);
  }
  const parameters = new Parameters(options.args, options.parameterNames);
  const definition = define(kind, options, code, {
    parameters: parameters.fields,
    returns: returns.node,
    namedArguments: parameters.named,
  });
  return callable(definition, (args) => parameters.operands(definition.name, args));
}

/** The same, with the types that each call tells. Throws FUNCTION_INVALID if it is vectorised. */
export function openFunction(
  kind: RowKind,
  options: Options,
  signatures: readonly SignatureNode[],
  code: unknown,
): unknown {
  const definition = define(kind, options, code, { parameters: [], signatures, namedArguments: false });
  if (definition.vectorised) throw untypedColumns(definition.name);
  return callable(definition, (args) => operandsOf(definition.name, signatures, args));
}

/** What is wrong with a vectorised function without types. */
export function untypedColumns(name: string): FlinkError {
  return new FlinkError('FUNCTION_INVALID', `The function ${name} is vectorised: its types must be declared`, {
    hint: 'Its columns are arrays of the types of its parameters: give each parameter one type, and the result.',
  });
}

function define(
  kind: RowKind,
  options: Options,
  code: unknown,
  types: Pick<FunctionDefinition, 'parameters' | 'returns' | 'signatures' | 'namedArguments'>,
): FunctionDefinition {
  const name = functionName(options.name ?? nameOfCode(code));
  checkCode(name, code, ['eval']);
  return {
    kind,
    name,
    ...types,
    ...engineOf(name, options),
    deterministic: options.deterministic ?? true,
    onNull: options.onNull ?? 'call',
    vectorised: kind === 'scalar' && (options.vectorised ?? false),
    methods: methodsOf(code, ['open', 'eval', 'close']),
    fn: code,
    source: new CallSite(),
  };
}

/** What calls the function in expressions. */
export function callable(
  definition: FunctionDefinition,
  operands: (args: readonly unknown[]) => ExpressionNode[],
): unknown {
  const call = (...args: unknown[]) => callOf({ case: 'definition', definition }, operands(args));
  return Object.assign(call, { udf: definition });
}

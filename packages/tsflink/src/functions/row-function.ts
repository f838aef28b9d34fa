import type { TypeNode } from '@tsflink/runtime/codec';
import { callOf } from '../expressions/build.js';
import { CallSite } from '../source/call-site.js';
import { checkCode, methodsOf, nameOfCode } from './code.js';
import type { FunctionDefinition, NullHandling } from './definition.js';
import { functionName } from './function-name.js';
import type { ParameterTypes } from './parameter-types.js';
import { Parameters } from './parameters.js';

/** What functions that are called for each row are told, whatever their kind. */
interface RowFunctionOptions {
  readonly name?: string;
  readonly args: ParameterTypes;
  readonly deterministic?: boolean;
  readonly onNull?: NullHandling;
  readonly vectorised?: boolean;
}

/** A function, or an object or class with `eval`, that is called for each row: what calls it in expressions. */
export function rowFunction(
  kind: 'scalar' | 'asyncScalar' | 'table',
  options: RowFunctionOptions,
  returns: TypeNode,
  code: unknown,
): unknown {
  const parameters = new Parameters(options.args);
  const name = functionName(options.name ?? nameOfCode(code));
  checkCode(name, code, ['eval']);
  const definition: FunctionDefinition = {
    kind,
    name,
    parameters: parameters.fields,
    returns,
    deterministic: options.deterministic ?? true,
    onNull: options.onNull ?? 'call',
    namedArguments: parameters.named,
    vectorised: kind === 'scalar' && (options.vectorised ?? false),
    methods: methodsOf(code, ['open', 'eval', 'close']),
    fn: code,
    source: new CallSite(),
  };
  const call = (...args: unknown[]) => callOf({ case: 'definition', definition }, parameters.operands(name, args));
  return Object.assign(call, { udf: definition });
}

import { type AnnotatedParameter, type Annotation, annotatedFunction } from '@tsflink/closure';
import { FlinkError } from '../../errors/flink-error.js';
import { formatPosition } from '../../source/call-site.js';
import type { SourcePosition } from '../../source/frame.js';
import type { DataType } from '../../types/data-type.js';
import { nameOfCode } from '../code.js';
import { optional, type ParameterType, varargs } from '../parameter-types.js';
import { advice, typeOf } from './type-of.js';

/** What the source of a function says of it. */
export interface SourceTypes {
  readonly name: string;
  readonly args: readonly ParameterType[];
  readonly parameterNames: readonly string[];
  readonly returns: DataType;
}

/**
 * Reads the types of a function, or of the `eval` of an object or class, from the file that its author wrote. Throws
 * FUNCTION_INVALID, which names the parameter, its line, and what to declare.
 */
export function readTypes(name: string | undefined, code: unknown): SourceTypes {
  const called = name ?? nameOfCode(code);
  const source = annotatedFunction(methodOf(code, called));
  if (source === undefined) {
    throw new FlinkError('FUNCTION_INVALID', `The types of ${titled(called)} cannot be read: its source is not there`, {
      hint: `Keep the .ts files, and the source maps of compiled code, where they are (in jest, use Node.js 24.9); or declare the types: ${DECLARE}.`,
    });
  }
  const variable = called === '' ? (source.variable ?? '') : called;
  return {
    name: variable,
    args: source.parameters.map((parameter) => parameterType(variable, parameter)),
    parameterNames: source.parameters.map((parameter) => parameter.name),
    returns: resultType(variable, source.returns, source.position),
  };
}

const DECLARE = 'udf({ args: […], returns: … }, …)';
const titled = (name: string) => (name === '' ? 'the function' : `the function ${name}`);

// biome-ignore lint/complexity/noBannedTypes: any function that a program gives
function methodOf(code: unknown, name: string): Function {
  const target =
    typeof code === 'function' && /^class\b/.test(Function.prototype.toString.call(code)) ? code.prototype : code;
  const method =
    typeof target === 'function' ? target : (target as { readonly eval?: unknown } | null | undefined)?.eval;
  if (typeof method === 'function') return method;
  throw new FlinkError('FUNCTION_INVALID', `The types of ${titled(name)} cannot be read: there is no method eval()`, {
    hint: `Give a function, or an object or class with the method eval(…); or declare the types: ${DECLARE}.`,
  });
}

function parameterType(functionName: string, parameter: AnnotatedParameter): ParameterType {
  const { name, kind, type, position } = parameter;
  const where = `parameter ${name} of ${titled(functionName)}`;
  if (kind === 'pattern') throw unclear(where, 'takes values apart', undefined, position);
  if (kind === 'default') {
    throw new FlinkError('FUNCTION_INVALID', `The ${where} has a default, but what is left out is NULL`, {
      hint: `Write ${name}?: … | null, and ${name} ?? … where it is used.`,
      source: position,
    });
  }
  if (type === undefined) throw unclear(where, erased(position), undefined, position);
  if (kind === 'rest') return varargs(known(where, elementOf(type), position));
  const found = known(where, type, position);
  return kind === 'optional' ? optional(found) : found;
}

const elementOf = (type: Annotation): Annotation =>
  type.name === 'Array' || type.name === 'ReadonlyArray' ? (type.args[0] ?? type) : type;

function resultType(functionName: string, type: Annotation | undefined, position: SourcePosition): DataType {
  const where = `result of ${titled(functionName)}`;
  if (type === undefined) throw unclear(where, erased(position), undefined, position);
  return known(where, type, position);
}

function known(where: string, type: Annotation, position: SourcePosition): DataType {
  const found = typeOf(type);
  if (found !== undefined) return found;
  throw unclear(where, `is of the type ${type.text}, which stands for no one SQL type`, advice(type), position);
}

const erased = (position: SourcePosition) =>
  /\.[cm]?js$/.test(position.file)
    ? `has no type in ${formatPosition(position)}, from which types are erased and which no source map of a .ts file belongs to`
    : 'has no type in the source';

function unclear(where: string, why: string, declare: string | undefined, source: SourcePosition): FlinkError {
  const other =
    'string, bigint, number, boolean, Uint8Array, Date, Temporal.Instant …, arrays and Maps of these, or null';
  return new FlinkError('FUNCTION_INVALID', `The ${where} ${why}`, {
    hint: declare
      ? `Declare ${declare}: ${DECLARE}.`
      : `Write a type, ${other} beside one; or declare the types: ${DECLARE}.`,
    source,
  });
}

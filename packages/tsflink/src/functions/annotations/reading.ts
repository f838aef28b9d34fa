import { type AnnotatedFunction, type AnnotatedParameter, type Annotation, annotatedFunction } from '@tsflink/closure';
import { FlinkError } from '../../errors/flink-error.js';
import { formatPosition } from '../../source/call-site.js';
import type { SourcePosition } from '../../source/frame.js';
import type { DataType } from '../../types/data-type.js';
import { optional, type ParameterType, varargs } from '../parameter-types.js';
import { promised, rowsOf, rowsOfLater } from './result-of.js';
import { advice, typeOf } from './type-of.js';

/** How a kind of functions declares its types, and what its results stand for: itself, or what they hold. */
const KINDS = {
  scalar: { maker: 'udf', resultOf: (type: Annotation) => type, form: '' },
  asyncScalar: { maker: 'asyncUdf', resultOf: promised, form: 'Promise<…>' },
  table: { maker: 'udtf', resultOf: rowsOf, form: 'Generator<…>, Iterable<…> or an array' },
  asyncTable: { maker: 'asyncUdtf', resultOf: rowsOfLater, form: 'AsyncGenerator<…>, or Promise<…> of an array,' },
  aggregate: { maker: 'udaf', resultOf: (type: Annotation) => type, form: '' },
  tableAggregate: { maker: 'udtaf', resultOf: rowsOf, form: 'Generator<…>, Iterable<…> or an array' },
} as const;

export type SourceKind = keyof typeof KINDS;

/** Reads what the source says of one function. What it throws is FUNCTION_INVALID, with the place and what to declare. */
export class Reading {
  constructor(
    readonly kind: SourceKind,
    readonly code: unknown,
    /** As far as it is known. */
    readonly name: string,
  ) {}

  /** The parameters and the result of a method. */
  head(method: string): AnnotatedFunction {
    const head = annotatedFunction(this.#method(method));
    if (head !== undefined) return head;
    throw new FlinkError('FUNCTION_INVALID', `The types of ${this.#title} cannot be read: its source is not there`, {
      hint: `Keep the .ts files, and the source maps of compiled code, where they are (in jest, use Node.js 24.9); or declare the types: ${this.#declare}.`,
    });
  }

  /** The type of a parameter. */
  parameter({ name, kind, type, position }: AnnotatedParameter): ParameterType {
    const where = `parameter ${name} of ${this.#title}`;
    if (kind === 'pattern') throw this.#unclear(where, 'takes values apart', undefined, position);
    if (kind === 'default') {
      throw new FlinkError('FUNCTION_INVALID', `The ${where} has a default, but what is left out is NULL`, {
        hint: `Write ${name}?: … | null, and ${name} ?? … where it is used.`,
        source: position,
      });
    }
    if (type === undefined) throw this.missing(`parameter ${name}`, position);
    const found = this.type(`parameter ${name}`, kind === 'rest' ? elementOf(type) : type, position);
    if (kind === 'rest') return varargs(found);
    return kind === 'optional' ? optional(found) : found;
  }

  /** The type of a result, or of a row of results. */
  result(type: Annotation | undefined, position: SourcePosition): DataType {
    if (type === undefined) throw this.missing('result', position);
    const { resultOf, form } = KINDS[this.kind];
    const value = resultOf(type);
    if (value !== undefined) return this.type('result', value, position);
    throw new FlinkError('FUNCTION_INVALID', `The result of ${this.#title} is of the type ${type.text}`, {
      hint: `Write ${form} of the type of a ${this.kind === 'asyncScalar' ? 'value' : 'row'}; or declare the types: ${this.#declare}.`,
      source: position,
    });
  }

  /** The SQL type that an annotation stands for. */
  type(what: string, type: Annotation, position: SourcePosition): DataType {
    const found = typeOf(type);
    if (found !== undefined) return found;
    const why = `is of the type ${type.text}, which stands for no one SQL type`;
    throw this.#unclear(`${what} of ${this.#title}`, why, advice(type), position);
  }

  /** What is wrong where there is no annotation. */
  missing(what: string, position: SourcePosition): FlinkError {
    const why = /\.[cm]?js$/.test(position.file)
      ? `has no type in ${formatPosition(position)}, from which types are erased and which no source map of a .ts file belongs to`
      : 'has no type in the source';
    return this.#unclear(`${what} of ${this.#title}`, why, undefined, position);
  }

  #unclear(where: string, why: string, declare: string | undefined, source: SourcePosition): FlinkError {
    const other =
      'string, bigint, number, boolean, Uint8Array, Date, Temporal.Instant …, arrays, Maps and objects of these, or null';
    return new FlinkError('FUNCTION_INVALID', `The ${where} ${why}`, {
      hint: declare
        ? `Declare ${declare}: ${this.#declare}.`
        : `Write a type, ${other} beside one; or declare the types: ${this.#declare}.`,
      source,
    });
  }

  get #title(): string {
    return this.name === '' ? 'the function' : `the function ${this.name}`;
  }

  get #declare(): string {
    return `${KINDS[this.kind].maker}({ args: […], returns: … }, …)`;
  }

  // biome-ignore lint/complexity/noBannedTypes: any function that a program gives
  #method(name: string): Function {
    const { code } = this;
    const target =
      typeof code === 'function' && /^class\b/.test(Function.prototype.toString.call(code)) ? code.prototype : code;
    const method =
      typeof target === 'function' && name === 'eval'
        ? target
        : (target as Readonly<Record<string, unknown>> | null | undefined)?.[name];
    if (typeof method === 'function') return method;
    throw new FlinkError(
      'FUNCTION_INVALID',
      `The types of ${this.#title} cannot be read: there is no method ${name}()`,
      {
        hint: `Give ${name === 'eval' ? 'a function, or an' : 'an'} object or class with the method ${name}(…); or declare the types: ${this.#declare}.`,
      },
    );
  }
}

const elementOf = (type: Annotation): Annotation =>
  type.name === 'Array' || type.name === 'ReadonlyArray' ? (type.args[0] ?? type) : type;

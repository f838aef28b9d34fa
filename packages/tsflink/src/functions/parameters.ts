import type { Field } from '@tsflink/runtime/codec';
import { FlinkError } from '../errors/flink-error.js';
import { isExpression, toNode } from '../expressions/build.js';
import { typedLiteral } from '../expressions/literal.js';
import type { ExpressionNode } from '../expressions/node.js';
import type { DataType } from '../types/data-type.js';
import { type ColumnTypes, fieldsOf } from '../types/data-types.js';
import type { ParameterTypes } from './scalar-udf.js';

/** The parameters of a function, which are given by position or by name. */
export class Parameters {
  readonly fields: readonly Field[];
  /** Whether the code takes them as one object. */
  readonly named: boolean;

  constructor(types: ParameterTypes) {
    this.named = !Array.isArray(types);
    this.fields = this.named
      ? fieldsOf(types as ColumnTypes)
      : (types as readonly DataType[]).map((type, i) => ({ name: `arg${i}`, type: type.node }));
  }

  /** The arguments of a call in an expression. Throws ARGUMENT_INVALID. */
  operands(functionName: string, args: readonly unknown[]): ExpressionNode[] {
    const given = this.named ? this.#names.map((name) => (args[0] as Record<string, unknown>)?.[name]) : args;
    this.#check(functionName, given);
    return given.map((arg, i) => (isExpression(arg) ? toNode(arg) : typedLiteral(arg, (this.fields[i] as Field).type)));
  }

  get #names(): string[] {
    return this.fields.map((field) => field.name);
  }

  #check(functionName: string, given: readonly unknown[]): void {
    const missing = this.fields.find((_, i) => given[i] === undefined);
    if (missing === undefined && given.length === this.fields.length) return;
    const signature = `${functionName}(${this.#names.join(', ')})`;
    const got = missing ? `argument ${missing.name} is missing` : `${given.length} arguments were given`;
    throw new FlinkError('ARGUMENT_INVALID', `${signature} takes ${this.fields.length} arguments: ${got}`);
  }
}

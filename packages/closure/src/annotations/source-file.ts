import fs from 'node:fs';
import { createRequire } from 'node:module';
import type * as Oxc from 'oxc-parser';
import type { Position } from '../position.js';
import { parameterName } from './parameter-names.js';

export type FunctionNode = Oxc.Function | Oxc.ArrowFunctionExpression;

/** A function of a source file, where it begins (a method: with its name), and the names that it may be given. */
export interface SourceFunction {
  readonly node: FunctionNode;
  readonly start: number;
  /** Of the variable that is initialised by a call with the function, or by the function. */
  readonly variable?: string;
}

/** What a function may stand in that is named after a variable. */
const WITHIN = new Set([
  'CallExpression',
  'ObjectExpression',
  'Property',
  'ClassExpression',
  'ClassBody',
  'MethodDefinition',
  'PropertyDefinition',
]);

/** A file as its author wrote it, types included. */
export class SourceFile {
  readonly functions: SourceFunction[] = [];
  readonly #lineStarts: number[] = [0];

  private constructor(
    readonly file: string,
    readonly text: string,
    program: Oxc.Program,
  ) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#lineStarts.push(at + 1);
    this.#collect(program, undefined, undefined);
  }

  /** Undefined where there is no such file, or it cannot be parsed. */
  static read(file: string): SourceFile | undefined {
    if (!fs.existsSync(file)) return undefined;
    const text = fs.readFileSync(file, 'utf8');
    const parsed = parser()?.parseSync(file, text);
    return !parsed || parsed.errors.length > 0 ? undefined : new SourceFile(file, text, parsed.program);
  }

  /**
   * The function at a position with parameters of those names: the innermost one whose head it is in, else the next
   * one, as source maps may lead to what stands before a function.
   */
  functionAt({ line, column }: Position, names: readonly (string | undefined)[]): SourceFunction | undefined {
    const at = (this.#lineStarts[line - 1] ?? 0) + column - 1;
    const likely = this.functions.filter(({ node }) => haveNames(node, names));
    const around = likely.filter(({ node, start }) => start <= at && at < (node.body?.start ?? node.end));
    return around.at(-1) ?? likely.find(({ start }) => start > at);
  }

  /** The place of an offset in the text. */
  position(offset: number): Position {
    const next = this.#lineStarts.findIndex((start) => start > offset);
    const line = (next < 0 ? this.#lineStarts.length : next) - 1;
    return { file: this.file, line: line + 1, column: offset - (this.#lineStarts[line] as number) + 1 };
  }

  // In the order of the text, outer ones first.
  #collect(node: Oxc.Node, start: number | undefined, variable: string | undefined): void {
    if (isFunction(node)) {
      this.functions.push({ node, start: start ?? node.start, ...(variable === undefined ? {} : { variable }) });
    }
    const named = node.type === 'VariableDeclarator' && node.id.type === 'Identifier' ? node.id.name : undefined;
    const inner = named ?? (WITHIN.has(node.type) ? variable : undefined);
    const head = node.type === 'MethodDefinition' || node.type === 'Property' ? node.start : undefined;
    for (const child of Object.values(node).flat()) {
      if (typeof child?.type === 'string') this.#collect(child as Oxc.Node, head, inner);
    }
  }
}

/** Loaded by those only who ask, as it brings a native library; undefined where ES modules cannot be required (jest). */
function parser(): typeof Oxc | undefined {
  try {
    return createRequire(import.meta.url)('oxc-parser');
  } catch {
    return undefined;
  }
}

function isFunction(node: Oxc.Node): node is FunctionNode {
  return /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);
}

/** Whether the parameters have those names; of patterns there is none. */
function haveNames({ params }: FunctionNode, names: readonly (string | undefined)[]): boolean {
  const own = params.map(parameterName).filter((name) => name !== 'this');
  return own.length === names.length && own.every((name, i) => name === names[i]);
}

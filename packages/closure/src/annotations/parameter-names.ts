import { parse } from 'acorn';
import type { AnyFunction } from '../inspector/functions.js';
import { type AstNode, isFunction, walk } from '../script/ast.js';
import { textOf } from '../script/script.js';

/** What both parsers say of a parameter. */
interface Parameter {
  readonly type: string;
}

/** The name of a parameter, also of one with a default, or of the rest; undefined for patterns. */
export function parameterName(parameter: Parameter): string | undefined {
  const { name, left, argument } = parameter as { name?: string; left?: Parameter; argument?: Parameter };
  const inner = left ?? argument;
  return inner ? parameterName(inner) : name;
}

/** The names of the parameters of a live function, as V8 runs it. */
export function parameterNames(fn: AnyFunction): (string | undefined)[] {
  const text = textOf(fn);
  // what is no expression is a method
  for (const expression of [`(${text})`, `({${text}})`]) {
    const program = parsed(expression);
    if (program === undefined) continue;
    let names: (string | undefined)[] = [];
    walk(program, (node) => {
      if (isFunction(node)) names = node.params.map(parameterName);
      return !isFunction(node);
    });
    return names;
  }
  return [];
}

function parsed(text: string): AstNode | undefined {
  try {
    return parse(text, { ecmaVersion: 'latest', allowSuperOutsideMethod: true, checkPrivateFields: false });
  } catch {
    return undefined;
  }
}

import type { Variable } from 'eslint-scope';
import { type AstNode, contains, isClass, isFunction } from '../script/ast.js';
import type { Script } from '../script/script.js';
import { isVitestParameter } from './vitest.js';

const WRAPPER = new Set(['require', 'module', 'exports', '__filename', '__dirname']);

/** The variables of CommonJS, where a test runner declares them as parameters of a function around the module. */
export function isWrapperParameter(script: Script, variable: Variable): boolean {
  const isParameter = !script.isModule && variable.defs[0]?.type === 'Parameter';
  return isParameter && (WRAPPER.has(variable.name) || isVitestParameter(variable.name));
}

const isLeaf = (node: AstNode) => isFunction(node) || isClass(node);

/** `await import('x')`, or what tsx makes of it: `await import('x').then(convert)`. */
export interface AwaitedImport {
  readonly specifier: string;
  readonly convert?: AstNode;
}

export function awaitedImport(node: AstNode): AwaitedImport | undefined {
  if (node.type !== 'AwaitExpression') return undefined;
  const { argument } = node;
  if (argument.type === 'ImportExpression' && argument.source.type === 'Literal') {
    return { specifier: String(argument.source.value) };
  }
  if (argument.type !== 'CallExpression' || argument.callee.type !== 'MemberExpression') return undefined;
  const { object, property } = argument.callee;
  const [convert] = argument.arguments;
  const then = property.type === 'Identifier' && property.name === 'then' && convert !== undefined;
  if (!then || object.type !== 'ImportExpression' || object.source.type !== 'Literal') return undefined;
  return { specifier: String(object.source.value), convert };
}

/** Whether an initialiser loads a module: `require('x')`, `helper(require('x')).y`, `await import('x')`. */
export function isRequire(script: Script, init: AstNode): boolean {
  if (contains(init, (node) => awaitedImport(node) !== undefined, isLeaf)) return true;
  return script.syntax
    .free(init)
    .some(
      ({ id, variable }) => id.name === 'require' && (!variable?.defs.length || isWrapperParameter(script, variable)),
    );
}

import type * as acorn from 'acorn';

/** Any node of a syntax tree, with its place in the text. */
export type AstNode = acorn.AnyNode;
export type { Identifier } from 'acorn';
export type FunctionNode = acorn.FunctionDeclaration | acorn.FunctionExpression | acorn.ArrowFunctionExpression;
export type ClassNode = acorn.ClassDeclaration | acorn.ClassExpression;

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

export const isFunction = (node: AstNode): node is FunctionNode => FUNCTIONS.has(node.type);
export const isClass = (node: AstNode): node is ClassNode =>
  node.type === 'ClassDeclaration' || node.type === 'ClassExpression';

/** Where a new `this` (and `super`) begins: arrow functions are transparent. */
export const bindsThis = (node: AstNode): boolean =>
  node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ClassBody';

/** The direct children of a node. */
export function childrenOf(node: AstNode): AstNode[] {
  return Object.values(node).flatMap((child) =>
    (Array.isArray(child) ? child : [child]).filter((item): item is AstNode => typeof item?.type === 'string'),
  );
}

/** Visits a tree from its root; `visit` answers false to stay out of a node. */
export function walk(root: AstNode, visit: (node: AstNode) => boolean): void {
  if (!visit(root)) return;
  for (const child of childrenOf(root)) walk(child, visit);
}

/** Whether `test` holds for a node of the tree; does not look inside nodes for which `leaveOut` holds. */
export function contains(
  root: AstNode,
  test: (node: AstNode) => boolean,
  leaveOut: (node: AstNode) => boolean,
): boolean {
  let found = false;
  walk(root, (node) => {
    found ||= test(node);
    return !found && !leaveOut(node);
  });
  return found;
}

/** Whether a function uses its own `this` (or `super`), or, if it is an arrow function, the one around it. */
export function uses(fn: AstNode, type: 'ThisExpression' | 'Super'): boolean {
  return childrenOf(fn).some((child) => contains(child, (node) => node.type === type, bindsThis));
}

/** The name or text of a key that is known from the source; undefined for computed ones. */
export function staticKey(key: AstNode): string | undefined {
  if (key.type === 'Identifier' || key.type === 'PrivateIdentifier') return key.name;
  return key.type === 'Literal' ? String(key.value) : undefined;
}

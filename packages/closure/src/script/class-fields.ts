import { parseExpressionAt } from 'acorn';
import { type AstNode, bindsThis, isClass, staticKey, walk } from './ast.js';

/** What may give a function, as far as the source tells. */
const FUNCTIONS = new Set([
  'ArrowFunctionExpression',
  'FunctionExpression',
  'Identifier',
  'MemberExpression',
  'CallExpression',
  'ChainExpression',
  'ConditionalExpression',
  'LogicalExpression',
]);

/**
 * The fields that may hold a function in instances of a class, its own and inherited ones, by the source that V8 runs; nothing
 * is constructed for it. Compilers leave fields as they are, or put them into the constructor.
 */
export function methodFields(type: object): Set<string> {
  const names = new Set<string>();
  for (let current: unknown = type; typeof current === 'function'; current = Object.getPrototypeOf(current)) {
    const source = Function.prototype.toString.call(current);
    if (!/^class\b/.test(source)) break;
    const node = parseExpressionAt(source, 0, { ecmaVersion: 'latest', checkPrivateFields: false });
    if (isClass(node)) collect(node.body.body, names);
  }
  return names;
}

function collect(members: readonly AstNode[], names: Set<string>): void {
  for (const member of members) {
    if (member.type === 'PropertyDefinition') {
      if (!member.static && !member.computed && member.value) add(names, member.key, member.value);
    } else if (member.type === 'MethodDefinition' && member.kind === 'constructor') {
      walk(member.value, (node) => {
        if (node.type === 'AssignmentExpression' && node.operator === '=') assigned(names, node.left, node.right);
        if (node.type === 'CallExpression') defined(names, node.arguments);
        return node === member.value || !bindsThis(node);
      });
    }
  }
}

/** `this.name = value` */
function assigned(names: Set<string>, target: AstNode, value: AstNode): void {
  if (target.type !== 'MemberExpression' || target.object.type !== 'ThisExpression' || target.computed) return;
  add(names, target.property, value);
}

/** `__publicField(this, 'name', value)`, as esbuild and tsc write it for older targets. */
function defined(names: Set<string>, [target, key, value]: readonly AstNode[]): void {
  if (target?.type === 'ThisExpression' && key?.type === 'Literal' && value) add(names, key, value);
}

function add(names: Set<string>, key: AstNode, value: AstNode): void {
  const name = staticKey(key);
  if (name === undefined || key.type === 'PrivateIdentifier') return;
  const absent = value.type === 'Identifier' && value.name === 'undefined';
  if (FUNCTIONS.has(value.type) && !absent) names.add(name);
}

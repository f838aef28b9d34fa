import { isBuiltin } from 'node:module';
import path from 'node:path';
import type { AstNode } from '../script/ast.js';
import type { Syntax } from '../script/syntax.js';

/** A path that source text builds from the place of its module. */
export interface KnownPath {
  readonly path: string;
  /** More follows that only the program knows. */
  readonly open?: boolean;
  /** It is the `require` of that file. */
  readonly requires?: boolean;
}

/** The files that are meant by a path; undefined if that cannot be told. */
type Resolve = (known: KnownPath) => readonly string[] | undefined;

const NONE: readonly string[] = [];
const SAME = new Set(['fileURLToPath', 'pathToFileURL', 'String', 'normalize', 'realpathSync', 'toString']);

/** The files that a node with a known path leads to, in all that is made of it; undefined if that cannot be told. */
export function filesFrom(
  syntax: Syntax,
  node: AstNode,
  known: KnownPath,
  resolve: Resolve,
): readonly string[] | undefined {
  const parent = syntax.parent(node);
  if (!parent || isComparison(parent)) return parent ? NONE : resolve(known);
  const next = known.requires ? required(parent, node, known) : derived(parent, node, known);
  if (next === 'nothing') return NONE;
  if (next) return filesFrom(syntax, parent, next, resolve);
  const found = usesOf(syntax, parent, node).map((use) => filesFrom(syntax, use, known, resolve));
  const all = found.flatMap((files) => files ?? []);
  if (found.length > 0 && found.every((files) => files !== undefined)) return all;
  return resolve(known);
}

/** The uses of the variable that a value is given to, if it never has another. */
function usesOf(syntax: Syntax, parent: AstNode, node: AstNode): readonly AstNode[] {
  const declares = parent.type === 'VariableDeclarator' && parent.init === node;
  const assigns = parent.type === 'AssignmentExpression' && parent.operator === '=' && parent.right === node;
  const target = declares ? parent.id : assigns ? parent.left : undefined;
  const uses = target?.type === 'Identifier' ? syntax.usesOf(target) : [];
  return uses.filter(({ reference }) => reference.isWrite()).length === 1
    ? uses.filter(({ reference }) => !reference.isWrite()).map(({ id }) => id)
    : [];
}

/** Where only the name of the place counts: `process.argv[1] === __filename`. */
function isComparison(parent: AstNode): boolean {
  if (parent.type === 'UnaryExpression') return true;
  return parent.type === 'BinaryExpression' && parent.operator !== '+';
}

/** The path that an expression makes of a path in it. */
function derived(parent: AstNode, node: AstNode, known: KnownPath): KnownPath | undefined {
  switch (parent.type) {
    case 'ConditionalExpression':
      return parent.test === node ? undefined : known;
    case 'LogicalExpression':
    case 'SequenceExpression':
    case 'AwaitExpression':
      return known;
    case 'MemberExpression':
      return parent.object === node && /^(?:pathname|href|toString)$/.test(nameOf(parent)) ? known : undefined;
    case 'BinaryExpression':
      return parent.left === node ? append(known, textOf(parent.right)) : undefined;
    case 'TemplateLiteral':
      return ofTemplate(parent, node, known);
    case 'NewExpression':
      return nameOf(parent.callee) === 'URL' ? ofUrl(parent.arguments, node, known) : undefined;
    case 'CallExpression':
      return parent.callee === node ? known : ofCall(nameOf(parent.callee), parent.arguments, node, known);
    default:
      return undefined;
  }
}

function ofCall(name: string, args: readonly AstNode[], node: AstNode, known: KnownPath): KnownPath | undefined {
  if (args[0] !== node) return undefined;
  if (SAME.has(name)) return known;
  if (name === 'createRequire') return known.open ? undefined : { path: known.path, requires: true };
  if (name === 'dirname') return known.open ? undefined : { path: path.dirname(known.path) };
  if (name !== 'join' && name !== 'resolve') return undefined;
  let joined = known;
  for (const part of args.slice(1)) {
    if (joined.open) return joined;
    const { text, open } = textOf(part);
    const whole = path.join(joined.path, text);
    joined = open ? { path: text && !text.endsWith('/') ? whole : `${path.join(whole, '.')}/`, open } : { path: whole };
  }
  return joined;
}

/** `new URL('./data.txt', import.meta.url)`. */
function ofUrl(args: readonly AstNode[], node: AstNode, known: KnownPath): KnownPath | undefined {
  if (args[0] === node && args.length === 1) return known;
  const [reference] = args;
  if (args[1] !== node || !reference || known.open) return undefined;
  const { text, open } = textOf(reference);
  if (/^[a-z]+:/i.test(text)) return undefined;
  const base = known.path.endsWith('/') ? known.path : path.dirname(known.path);
  const whole = path.resolve(base, decodeURIComponent(text)) + (text.endsWith('/') || text === '' ? '/' : '');
  return { path: whole, ...(open && { open }) };
}

function ofTemplate(
  { quasis, expressions }: AstNode & { type: 'TemplateLiteral' },
  node: AstNode,
  known: KnownPath,
): KnownPath | undefined {
  if (expressions[0] !== node || quasis[0]?.value.cooked !== '') return undefined;
  return append(known, { text: quasis[1]?.value.cooked ?? '', open: expressions.length > 1 });
}

function append(known: KnownPath, { text, open }: Text): KnownPath {
  if (known.open) return known;
  return { path: path.normalize(known.path + text), ...(open && { open }) };
}

/** What `require` is called with. */
function required(parent: AstNode, node: AstNode, known: KnownPath): KnownPath | 'nothing' | undefined {
  if (parent.type === 'MemberExpression')
    return parent.object === node && nameOf(parent) === 'resolve' ? known : undefined;
  if (parent.type !== 'CallExpression' || parent.callee !== node || !parent.arguments[0]) return undefined;
  const { text, open } = textOf(parent.arguments[0]);
  if (!open && isBuiltin(text)) return 'nothing';
  if (open || !/^\.{1,2}\/.*\.json$/.test(text)) return undefined;
  return { path: path.resolve(path.dirname(known.path), text) };
}

interface Text {
  readonly text: string;
  /** Only its beginning is known. */
  readonly open: boolean;
}

function textOf(node: AstNode): Text {
  if (node.type === 'Literal' && typeof node.value === 'string') return { text: node.value, open: false };
  if (node.type === 'TemplateLiteral') {
    return { text: node.quasis[0]?.value.cooked ?? '', open: node.expressions.length > 0 };
  }
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return { text: '', open: true };
  const left = textOf(node.left);
  if (left.open) return left;
  const right = textOf(node.right);
  return { text: left.text + right.text, open: right.open };
}

/** The last name of a callee, without what esbuild adds to tell names apart. */
function nameOf(callee: AstNode): string {
  if (callee.type === 'SequenceExpression') return nameOf(callee.expressions.at(-1) as AstNode);
  if (callee.type === 'MemberExpression' && callee.property.type === 'Identifier') return callee.property.name;
  return callee.type === 'Identifier' ? callee.name.replace(/\$?\d+$/, '') : '';
}

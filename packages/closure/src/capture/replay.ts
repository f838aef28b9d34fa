import type { Variable } from 'eslint-scope';
import type { Code, GraphNode, Member } from '../graph/nodes.js';
import { Refusal } from '../refusal.js';
import { type AstNode, contains, type Identifier, isClass, isFunction } from '../script/ast.js';
import type { Script } from '../script/script.js';
import type { Definition } from '../script/syntax.js';
import type { Capture } from './capture.js';
import { captureFree } from './free.js';
import { methodAround } from './receiver.js';
import { isRequire } from './require.js';
import type { Site } from './site.js';

/** Globals whose value is another one in the task. */
const IMPURE = new Set(['process', 'performance', 'fetch', 'setTimeout', 'setInterval', 'setImmediate', 'crypto']);
const EFFECTS = new Set(['AwaitExpression', 'YieldExpression', 'AssignmentExpression', 'UpdateExpression']);
const isLeaf = (node: AstNode) => isFunction(node) || isClass(node);

/** Evaluates an initialiser again in the task: for objects of packages (schemas, formatters) that cannot be copied. */
export function replayInitialiser(capture: Capture, site: Site, init: AstNode, hint: string): GraphNode {
  refuseImpure(site, init);
  const code = codeOf(site.script, init, hint);
  captureFree(capture, code, site);
  return code;
}

/** Runs the declaration of a variable again in the task; undefined if it has none that could be. */
export function replayDeclaration(
  capture: Capture,
  site: Site,
  variable: Variable,
  { type, node: declaration }: Definition,
): GraphNode | undefined {
  const { script, contexts } = site;
  const key = `${script.id}:${declaration.start}:${contexts[0]?.id}`;
  const known = capture.replays.get(key);
  if (known) return memberOf(known, variable);
  if (type === 'FunctionName' || type === 'ClassName') {
    const code = capture.replays.set(key, codeOf(script, declaration, variable.name));
    captureFree(capture, code, site);
    return code;
  }
  if (declaration.type !== 'VariableDeclarator' || !declaration.init || isLoopVariable(script, declaration))
    return undefined;
  refuseChanged(site, variable, declaration.init);
  refuseImpure(site, declaration.init);
  const declares = new Map<Variable, Member>();
  const code: Code = { ...codeOf(script, declaration, variable.name), prefix: 'const ', suffix: ';', declares };
  capture.replays.set(key, code);
  const declared = new Set<Identifier>();
  for (const each of script.syntax.declared(declaration)) {
    const id = each.identifiers[0] as unknown as Identifier;
    const member: Member = { kind: 'member', hint: each.name, of: code };
    declares.set(each, member);
    declared.add(id);
    const text = script.syntax.isShorthand(id) ? `${each.name}: ` : '';
    code.edits.push({ start: id.start, end: id.end, text, node: member });
  }
  captureFree(capture, code, site, undefined, declared);
  return memberOf(code, variable);
}

function memberOf(node: GraphNode, variable: Variable): GraphNode {
  return (node.kind === 'code' && node.declares?.get(variable)) || node;
}

function codeOf(script: Script, { start, end }: AstNode, hint: string): Code {
  return { kind: 'code', hint, script, start, end, prefix: '(', suffix: ')', edits: [], after: [] };
}

function isLoopVariable({ syntax }: Script, declarator: AstNode): boolean {
  const [, loop] = syntax.ancestors(declarator);
  return loop?.type === 'ForOfStatement' || loop?.type === 'ForInStatement';
}

/** An initialiser that would give something else in the task, or do something. */
function refuseImpure({ script, trail }: Site, init: AstNode): void {
  if (isRequire(script, init)) return;
  for (const { id, variable } of script.syntax.free(init)) {
    if (!variable?.defs.length && isImpure(script, id)) {
      throw new Refusal(`its initialiser cannot be run again, as it depends on ${id.name}`, trail);
    }
  }
  const effect = contains(init, (node) => EFFECTS.has(node.type), isLeaf);
  const receiver = methodAround(script, init) && contains(init, (node) => node.type === 'ThisExpression', isLeaf);
  if (effect || receiver) {
    throw new Refusal('its initialiser cannot be run again, as it awaits, assigns, or uses this', trail);
  }
}

function isImpure({ syntax }: Script, id: Identifier): boolean {
  if (IMPURE.has(id.name)) return true;
  const parent = syntax.parent(id);
  if (id.name === 'Date') {
    return parent?.type === 'MemberExpression' || (parent?.type === 'NewExpression' && !parent.arguments.length);
  }
  if (id.name !== 'Math' || parent?.type !== 'MemberExpression') return false;
  return parent.property.type === 'Identifier' && parent.property.name === 'random';
}

/** A statement next to the declaration that changes the object: `object.add(…)`, `object.x = …`. */
function refuseChanged({ script, trail }: Site, variable: Variable, init: AstNode): void {
  if (isRequire(script, init)) return;
  for (const { id, reference } of script.syntax.uses(variable)) {
    if (reference.init || reference.from.variableScope !== variable.scope.variableScope) continue;
    const changed = changing(script, id);
    if (!changed) continue;
    const where = script.where(changed.start);
    throw new Refusal(`its initialiser cannot be run again, as the object is changed later (${where})`, trail);
  }
}

function changing({ syntax }: Script, id: Identifier): AstNode | undefined {
  let target: AstNode = id;
  let parent = syntax.parent(target);
  while (parent?.type === 'MemberExpression' && parent.object === target) {
    target = parent;
    parent = syntax.parent(target);
  }
  if (target === id || !parent) return undefined;
  const changes =
    (parent.type === 'CallExpression' && parent.callee === target) ||
    (parent.type === 'AssignmentExpression' && parent.left === target);
  const statement = syntax.parent(parent)?.type;
  return changes && (statement === 'ExpressionStatement' || statement === 'AwaitExpression') ? target : undefined;
}

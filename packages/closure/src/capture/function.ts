import { built, type Code, type GraphNode, joined, quote } from '../graph/nodes.js';
import type { AnyFunction } from '../inspector/functions.js';
import { Refusal, type Trail } from '../refusal.js';
import { type AstNode, isClass, uses } from '../script/ast.js';
import { isClassFunction, type Place, type Script } from '../script/script.js';
import type { Capture } from './capture.js';
import { captureStaticPrivates } from './class.js';
import { captureFree } from './free.js';
import { byValue } from './marks.js';
import { captureMembers } from './members.js';
import { captureReceiver } from './receiver.js';
import { exportReference } from './reference.js';

/** The node of a function or class: an import if a module exports it, else its source with what it captures. */
export function captureFunction(capture: Capture, fn: AnyFunction, hint: string, trail: Trail | undefined): GraphNode {
  const bound = captureBound(capture, fn, hint, trail);
  if (bound) return bound;
  const script = capture.scripts.of(fn);
  const name = nameOf(fn);
  if (!script) throw new Refusal(`${name || 'a function'} is native code that has no global name`, trail);
  const reference = exportReference(capture, fn, script);
  if (reference) {
    capture.imported.set(fn, reference);
    return reference;
  }
  if (script.isNode) throw new Refusal(`${name || 'a function'} is inside of Node.js (${script.url})`, trail);
  if (script.packageName && !capture.intoLibraries && !byValue(fn)) {
    throw new Refusal(`${name || 'a function without name'} is inside of package ${script.packageName}`, trail);
  }
  const place = capture.scripts.placeOf(fn);
  if (!place) throw new Refusal(`its source is not found in ${script.file || 'evaluated code'}`, trail);
  return methodOfClass(capture, fn, place, script) ?? captureSource(capture, fn, place, script, hint, trail);
}

/** The name of a function, unless it has a static member of that name. */
export function nameOf(fn: AnyFunction): string {
  return typeof fn.name === 'string' ? fn.name : '';
}

function captureBound(
  capture: Capture,
  fn: AnyFunction,
  hint: string,
  trail: Trail | undefined,
): GraphNode | undefined {
  const bound = capture.functions.bound(fn);
  if (!bound) return undefined;
  const node = capture.values.set(fn, built(hint));
  const of = (value: unknown, text: string) => capture.visit(value, hint, { text, from: trail });
  const values = [of(bound.self, 'bound this'), ...bound.args.map((value) => of(value, 'bound argument'))];
  node.open.push(of(bound.target, 'target of bound function'), '.bind(', ...joined(values, ', '), ')');
  return node;
}

/** A method of a class that travels too is taken from there. */
function methodOfClass(capture: Capture, fn: AnyFunction, { node }: Place, script: Script): GraphNode | undefined {
  if (node.type !== 'MethodDefinition') return undefined;
  const body = script.syntax.parent(node) as AstNode;
  const of = capture.classes.get(script.syntax.parent(body) as AstNode);
  if (!of) return undefined;
  const slot = node.kind === 'get' || node.kind === 'set' ? node.kind : 'value';
  const key = methodKey(node.key, node.computed, fn);
  const access = (cls: string) =>
    `Object.getOwnPropertyDescriptor(${node.static ? cls : `${cls}.prototype`}, ${key}).${slot}`;
  return capture.values.set(fn, { kind: 'member', hint: nameOf(fn) || 'method', of, access });
}

function methodKey(key: AstNode, computed: boolean, fn: AnyFunction): string {
  if (!computed && key.type === 'Identifier') return quote(key.name);
  if (key.type === 'Literal') return quote(String(key.value));
  if (key.type === 'MemberExpression' && key.property.type === 'Identifier') return `Symbol.${key.property.name}`;
  return quote(nameOf(fn));
}

function captureSource(
  capture: Capture,
  fn: AnyFunction,
  place: Place,
  script: Script,
  hint: string,
  trail: Trail | undefined,
): GraphNode {
  capture.own.set(script, true);
  const { node } = place;
  const code: Code = {
    kind: 'code',
    hint: hint || nameOf(fn) || 'fn',
    script,
    ...textOfFunction(fn, place, trail),
    edits: [],
    after: [],
  };
  capture.values.set(fn, code);
  if (isClass(node)) capture.classes.set(node, code);
  captureReceiver(capture, fn, node, code, trail);
  const contexts = capture.contexts.number(script, capture.functions.scopes(fn));
  captureFree(capture, code, { script, contexts, trail, owner: fn }, isClass(node) ? { node, fn } : undefined);
  if (isClass(node)) captureStaticPrivates(capture, fn, node, code, trail);
  captureMembers(capture, fn, node, code, trail);
  return code;
}

/** The text of a function as an expression that gives it its name. */
function textOfFunction(
  fn: AnyFunction,
  { node, start, end }: Place,
  trail: Trail | undefined,
): Pick<Code, 'start' | 'end' | 'prefix' | 'suffix'> {
  if (isClassFunction(fn)) return { start, end, prefix: '(', suffix: ')' };
  const name = quote(nameOf(fn));
  if (node.type !== 'MethodDefinition' && node.type !== 'Property') {
    const named = nameOf(fn) !== '' && !('id' in node && node.id);
    return { start, end, prefix: named ? `({ ${name}: ` : '(0, ', suffix: named ? ` })[${name}]` : ')' };
  }
  const method = node.value as AstNode & { async: boolean; generator: boolean };
  if (uses(method, 'Super')) {
    throw new Refusal('a method without its object uses super', trail, 'Pass the class or an instance instead.');
  }
  if (node.kind === 'get' || node.kind === 'set') {
    const prefix = `Object.getOwnPropertyDescriptor({ ${node.kind} m`;
    return { start: method.start, end, prefix, suffix: ` }, "m").${node.kind}` };
  }
  const modifiers = `${method.async ? 'async ' : ''}${method.generator ? '*' : ''}`;
  return { start: method.start, end, prefix: `({ ${modifiers}${name}`, suffix: ` })[${name}]` };
}

import { SET_PRIVATES } from '../emit/prelude.js';
import { type Code, type GraphNode, quote } from '../graph/nodes.js';
import type { AnyFunction } from '../inspector/functions.js';
import { Refusal, type Trail } from '../refusal.js';
import type { AstNode, ClassNode } from '../script/ast.js';
import type { Capture } from './capture.js';
import { nameOf } from './function.js';
import { intrinsic } from './intrinsics.js';

/** The `#private` fields that a class declares. */
function privateFields(node: ClassNode, isStatic: boolean): string[] {
  return node.body.body.flatMap((member) =>
    member.type === 'PropertyDefinition' && member.key.type === 'PrivateIdentifier' && member.static === isStatic
      ? [`#${member.key.name}`]
      : [],
  );
}

/** A class and its bases, without those of the language. */
export function* classChain(cls: AnyFunction): Generator<AnyFunction> {
  for (let c = cls; c && c !== Function.prototype && !intrinsic(c); c = Object.getPrototypeOf(c)) yield c;
}

/** The `#private` fields of the instances of a class, those of its bases included. */
export function instanceFields(capture: Capture, cls: AnyFunction): Set<string> {
  const nodes = [...classChain(cls)].map((c) => capture.scripts.placeOf(c)?.node);
  return new Set(
    nodes.flatMap((node) => (node && 'body' in node && isClassNode(node) ? privateFields(node, false) : [])),
  );
}

const isClassNode = (node: AstNode): node is ClassNode => node.type.startsWith('Class') && node.type !== 'ClassBody';

/** The method by which a class takes the values of its static `#private` fields. */
const SET_STATICS = 'Symbol.for("tsflink.closure.setStatics")';

/** Static `#private` fields get the values that they have now. */
export function captureStaticPrivates(
  capture: Capture,
  cls: AnyFunction,
  node: ClassNode,
  code: Code,
  trail: Trail | undefined,
): void {
  const names = privateFields(node, true);
  if (!names.length) return;
  const { objectId, privates } = capture.inspector.mirror(cls);
  addSetter(code, node, SET_STATICS, names);
  for (const { name, value: remote } of privates) {
    if (!remote || !names.includes(name)) continue;
    const text = `static private field ${name} of class ${nameOf(cls)}`;
    const value = capture.visit(capture.inspector.live(remote, objectId), name.slice(1), { text, from: trail });
    code.after.push((self) => [`${self}[${SET_STATICS}](${self}, { ${quote(name)}: `, value, ' });']);
  }
}

/** Gives a class a static method that sets private fields of an object; false if it has it already. */
function addSetter(code: Code, node: ClassNode, method: string, names: readonly string[]): boolean {
  const at = node.body.start + 1;
  const setter = ` static [${method}](o, p) {`;
  if (code.edits.some((edit) => edit.start === at && edit.text.startsWith(setter))) return false;
  const sets = names.map((name) => ` if (${quote(name)} in p) o.${name} = p[${quote(name)}];`);
  code.edits.push({ start: at, end: at, text: `${setter}${sets.join('')} }` });
  return true;
}

/** Lets instances of a class, and of its bases, be made without running the constructors, with their private fields. */
export function makeRevivable(capture: Capture, cls: AnyFunction, trail: Trail | undefined): void {
  for (const c of classChain(cls)) {
    const code = capture.values.get(c);
    if (code?.kind !== 'code') {
      if (c !== cls) continue;
      throw new Refusal(`class ${nameOf(c)} has private fields, and comes from another module`, trail);
    }
    const node = capture.scripts.placeOf(c)?.node as ClassNode;
    addRevival(code, node);
  }
}

function addRevival(code: Code, node: ClassNode): void {
  if (!addSetter(code, node, SET_PRIVATES, privateFields(node, false))) return;
  const method = node.body.body.find((member) => member.type === 'MethodDefinition' && member.kind === 'constructor');
  if (method?.type !== 'MethodDefinition') return;
  const body = method.value.body.start + 1;
  const text = node.superClass
    ? ' if (arguments[0] === $REVIVE) { super($REVIVE); return; }'
    : ' if (arguments[0] === $REVIVE) return;';
  code.edits.push({ start: body, end: body, text });
}

/** The base class of a class whose base is an expression with a live value. */
export function baseOf(capture: Capture, cls: AnyFunction, trail: Trail | undefined): GraphNode {
  const text = `base class of ${nameOf(cls)}`;
  return capture.visit(Object.getPrototypeOf(cls), `${nameOf(cls)}Base`, { text, from: trail });
}

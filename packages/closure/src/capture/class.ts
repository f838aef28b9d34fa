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
  const at = node.body.end - 1;
  for (const name of names) {
    const remote = privates.find((field) => field.name === name)?.value;
    if (!remote) continue;
    const text = `static private field ${name} of class ${nameOf(cls)}`;
    const value = capture.visit(capture.inspector.live(remote, objectId), name.slice(1), { text, from: trail });
    code.edits.push(
      { start: at, end: at, text: ` static { this.${name} = `, node: value },
      { start: at, end: at, text: '; }' },
    );
  }
}

/** The property under which a class takes the values of its `#private` fields. */
export const SET_PRIVATES = 'Symbol.for("tsflink.closure.set")';

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
  const at = node.body.start + 1;
  const setter = ` static [${SET_PRIVATES}](o, p) {`;
  if (code.edits.some((edit) => edit.start === at && edit.text.startsWith(setter))) return;
  const sets = privateFields(node, false).map((name) => ` if (${quote(name)} in p) o.${name} = p[${quote(name)}];`);
  code.edits.push({ start: at, end: at, text: `${setter}${sets.join('')} }` });
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

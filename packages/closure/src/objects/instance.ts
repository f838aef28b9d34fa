import { classChain, instanceFields, makeRevivable } from '../capture/class.js';
import { intrinsic } from '../capture/intrinsics.js';
import { type GraphNode, quote } from '../graph/nodes.js';
import type { AnyFunction } from '../inspector/functions.js';
import { CREATE_INSIDE } from '../refusal.js';
import { className, classOf, inner, refuse, type Subject } from './context.js';

/** Plain objects, and instances of classes, made without running a constructor; the properties follow. */
export function captureInstance(subject: Subject): void {
  const { capture, value, node, cls } = subject;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype) {
    node.open.push('{ ');
    node.close = ' }';
    return;
  }
  node.close = ' })';
  if (cls) {
    for (const key of Reflect.ownKeys(value)) {
      const member: unknown = Object.getOwnPropertyDescriptor(value, key)?.value;
      if (typeof member === 'function') capture.receivers.set(member, value);
    }
    const made = classOf(subject) as GraphNode;
    refuseHidden(subject, cls);
    const privates = capturePrivates(subject, cls);
    if (privates.length) {
      const fields = privates.flatMap(([name, child]) => [`${quote(name)}: `, child, ', ']);
      node.open.push('$revive(', made, ', { ', ...fields, '}, { ');
      makeRevivable(capture, cls, subject.trail);
    } else node.open.push('$object(', made, '.prototype, { ');
    return;
  }
  const native = intrinsic(value.constructor);
  if (native && (value.constructor as AnyFunction).prototype === prototype)
    refuse(subject, `a ${native} cannot travel`);
  node.open.push('$object(', prototype === null ? 'null' : inner(subject, prototype, 'prototype', 'proto'), ', { ');
}

/** Instances of classes of Node.js, and of packages that keep their state where nobody sees it. */
function refuseHidden(subject: Subject, cls: AnyFunction): void {
  const { capture, value } = subject;
  const scripts = [...classChain(cls)].map((c) => capture.scripts.of(c));
  if (scripts.some((script) => script?.isNode)) {
    refuse(subject, `a ${className(cls)} is a live object of Node.js`, CREATE_INSIDE, { final: 'here' });
  }
  const fromPackage = scripts.find((script) => script?.packageName);
  if (fromPackage && !Reflect.ownKeys(value).length && !capture.intoLibraries) {
    refuse(subject, `a ${className(cls)} of package ${fromPackage.packageName} keeps its state hidden`);
  }
}

function capturePrivates(subject: Subject, cls: AnyFunction): [string, GraphNode][] {
  const { capture, value } = subject;
  const fields = instanceFields(capture, cls);
  const fromPackage = [...classChain(cls)].some((c) => capture.scripts.of(c)?.packageName);
  const { objectId, privates } = capture.inspector.mirror(value);
  return privates.flatMap(({ name, value: remote }): [string, GraphNode][] => {
    if (fields.has(name)) {
      const live = capture.inspector.live(remote, objectId);
      return [[name, inner(subject, live, `private field ${name}`, name.slice(1))]];
    }
    if (fromPackage && remote && remote.type !== 'function') {
      refuse(subject, `a ${className(cls)} has private fields of a class of a package`);
    }
    return [];
  });
}

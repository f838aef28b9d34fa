import { type Code, literal, type Part, quote } from '../graph/nodes.js';
import type { AnyFunction } from '../inspector/functions.js';
import type { Trail } from '../refusal.js';
import { type AstNode, isClass } from '../script/ast.js';
import type { Capture } from './capture.js';
import { nameOf } from './function.js';

const BUILT_IN = new Set<PropertyKey>(['constructor', 'prototype', 'length', 'name', 'arguments', 'caller']);

/** Adds the members that the source does not declare: by decorators, statics, prototypes of before ES2015, caches. */
export function captureMembers(
  capture: Capture,
  fn: AnyFunction,
  node: AstNode,
  code: Code,
  trail: Trail | undefined,
): void {
  const prototype = ownPrototype(fn);
  if (prototype && !isClass(node)) {
    const base: unknown = Object.getPrototypeOf(prototype);
    if (base !== Object.prototype) {
      const value = capture.visit(base, 'proto', { text: `prototype chain of ${nameOf(fn)}`, from: trail });
      code.after.push((self) => [`Object.setPrototypeOf(${self}.prototype, `, value, ');']);
    }
  }
  if (prototype) captureOwn(capture, fn, prototype, node, code, trail);
  captureOwn(capture, fn, fn, node, code, trail);
}

function ownPrototype(fn: AnyFunction): object | undefined {
  const prototype: unknown = fn.prototype;
  const own = typeof prototype === 'object' && prototype !== null && Object.hasOwn(prototype, 'constructor');
  return own ? prototype : undefined;
}

function captureOwn(
  capture: Capture,
  fn: AnyFunction,
  holder: object,
  node: AstNode,
  code: Code,
  trail: Trail | undefined,
): void {
  for (const key of Reflect.ownKeys(holder)) {
    const descriptor = Object.getOwnPropertyDescriptor(holder, key) as PropertyDescriptor;
    const value: unknown = 'value' in descriptor ? descriptor.value : (descriptor.get ?? descriptor.set);
    if (BUILT_IN.has(key) || isDeclared(capture, value, node, code)) continue;
    const step = { text: `member '${String(key)}' of ${nameOf(fn)}`, from: trail };
    const name = typeof key === 'symbol' ? capture.visit(key, '', step) : literal(quote(key));
    const parts = descriptorParts(capture, { ...descriptor, configurable: true }, String(key), step);
    code.after.push((self) => {
      const target = holder === fn ? self : `${self}.prototype`;
      return [`Object.defineProperty(${target}, `, name, ', ', ...parts, ');'];
    });
  }
}

/** Whether a member is a method that the text of the class (or object) has. */
function isDeclared(capture: Capture, value: unknown, node: AstNode, { script }: Code): boolean {
  if (typeof value !== 'function') return false;
  const location = capture.functions.location(value);
  if (location?.scriptId !== script.id) return false;
  const offset = script.offset(location);
  if (offset < node.start || offset >= node.end) return false;
  const method = script.find(location, value)?.node;
  const body = method && script.syntax.parent(method);
  return body !== undefined && script.syntax.parent(body) === node;
}

/** A property descriptor as source text. */
export function descriptorParts(
  capture: Capture,
  { value, writable, get, set, enumerable, configurable }: PropertyDescriptor,
  name: string,
  trail: Trail | undefined,
): Part[] {
  const accessor = (kind: 'get' | 'set', fn: AnyFunction | undefined): Part[] =>
    fn ? [`${kind}: `, capture.visit(fn, kind, { text: `${kind}ter of '${name}'`, from: trail }), ', '] : [];
  const parts: Part[] =
    get || set
      ? [...accessor('get', get), ...accessor('set', set)]
      : ['value: ', capture.visit(value, name, trail), `, writable: ${writable}, `];
  return ['{ ', ...parts, `enumerable: ${enumerable}, configurable: ${configurable} }`];
}

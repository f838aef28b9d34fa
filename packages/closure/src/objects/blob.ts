import { types } from 'node:util';
import { serialize } from 'node:v8';
import type { Capture } from '../capture/capture.js';
import { importFrom } from '../capture/imports.js';
import { built, type GraphNode, quote } from '../graph/nodes.js';
import type { Trail } from '../refusal.js';

/** Collections with at least so many entries travel as one block of bytes. */
const LARGE = 500;

/**
 * Large plain data (no functions, no instances of classes) travels in V8's serialisation format: that is much faster to
 * read than source text. Undefined for all else.
 */
export function captureBlob(
  capture: Capture,
  value: object,
  hint: string,
  trail: Trail | undefined,
): GraphNode | undefined {
  if (capture.inBlobs.has(value)) {
    capture.warn(`${trail?.text ?? 'a value'} is also part of large captured data: the function gets two copies`);
  }
  const parts = types.isProxy(value) || sizeOf(value) < LARGE ? undefined : plainParts(capture, value);
  if (!parts) return undefined;
  for (const part of parts) if (part !== value) capture.inBlobs.add(part);
  const bytes = serialize(value).toString('base64');
  const imported = importFrom(capture, 'deserialize', 'node:v8', 'deserialize', '');
  const node = built(hint || 'data', [imported, `(Buffer.from(${quote(bytes)}, "base64"))`]);
  return capture.values.set(value, node);
}

function sizeOf(value: object): number {
  if (types.isMap(value) || types.isSet(value)) return value.size;
  if (Array.isArray(value)) return value.length;
  return Object.getPrototypeOf(value) === Object.prototype ? Object.keys(value).length : 0;
}

/** All objects in a value; undefined if one of them is no plain data, or has its own node already. */
function plainParts(capture: Capture, root: object): Set<object> | undefined {
  const seen = new Set<object>();
  const pending: unknown[] = [root];
  while (pending.length) {
    const value = pending.pop();
    if (typeof value === 'function' || typeof value === 'symbol') return undefined;
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    const inner = Object.isExtensible(value) && !types.isProxy(value) ? contents(value) : undefined;
    if (!inner || (value !== root && capture.values.has(value))) return undefined;
    for (const item of inner) pending.push(item);
  }
  return seen;
}

/** What is directly in a plain object; undefined for other objects. */
function contents(value: object): unknown[] | undefined {
  const prototype: unknown = Object.getPrototypeOf(value);
  const keys = Reflect.ownKeys(value);
  if (prototype === Date.prototype) return keys.length ? undefined : [];
  if (types.isTypedArray(value) && !Buffer.isBuffer(value)) return prototype === null ? undefined : [];
  if (prototype === Map.prototype && !keys.length) return [...(value as Map<unknown, unknown>)].flat(1);
  if (prototype === Set.prototype && !keys.length) return [...(value as Set<unknown>)];
  if (prototype === Array.prototype)
    return keys.length === (value as unknown[]).length + 1 ? [...(value as unknown[])] : undefined;
  if (prototype !== Object.prototype || types.isBoxedPrimitive(value) || types.isNativeError(value)) return undefined;
  const inner: unknown[] = [];
  for (const key of keys) {
    const descriptor = Object.getOwnPropertyDescriptor(value, key) as PropertyDescriptor;
    const plain = typeof key === 'string' && 'value' in descriptor && descriptor.enumerable && descriptor.writable;
    if (!plain) return undefined;
    inner.push(descriptor.value);
  }
  return inner;
}

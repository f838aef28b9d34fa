import { types } from 'node:util';
import { symbolExpression } from '../capture/intrinsics.js';
import { descriptorParts } from '../capture/members.js';
import { literal, quote } from '../graph/nodes.js';
import { inner, type Subject } from './context.js';

/** The own properties of an object. `native`: the object's literal has no place for them, they are added after. */
export function captureOwnProperties(subject: Subject, native: boolean): void {
  const { capture, value, node, trail } = subject;
  for (const key of Reflect.ownKeys(value)) {
    if (isBuiltIn(value, key)) continue;
    const descriptor = Object.getOwnPropertyDescriptor(value, key) as PropertyDescriptor;
    const { enumerable, writable, configurable } = descriptor;
    const asAssigned = Object.isFrozen(value) || (writable && (configurable || Object.isSealed(value)));
    const keyText = typeof key === 'symbol' ? symbolExpression(key) : quote(key);
    if (!native && 'value' in descriptor && enumerable && asAssigned && keyText) {
      const child = inner(subject, descriptor.value, `property '${String(key)}'`, String(key));
      const name = propertyName(key, keyText);
      node.entries.push({
        parts: [`${name}: `, child],
        placeholder: `${name}: undefined`,
        later: (self) => [`${self}[${keyText}] = `, child, ';'],
      });
      continue;
    }
    const name = keyText ? literal(keyText) : capture.visit(key, '', trail);
    const parts = descriptorParts(capture, descriptor, String(key), trail);
    node.after.push((self) => [`Object.defineProperty(${self}, `, name, ', ', ...parts, ');']);
  }
}

function isBuiltIn(value: object, key: PropertyKey): boolean {
  if (Array.isArray(value)) return key === 'length' || (typeof key === 'string' && /^\d+$/.test(key));
  if (types.isNativeError(value)) return key === 'message' || key === 'stack';
  if (types.isRegExp(value)) return key === 'lastIndex';
  return (
    types.isBoxedPrimitive(value) &&
    typeof value.valueOf() === 'string' &&
    (key === 'length' || /^\d+$/.test(String(key)))
  );
}

function propertyName(key: PropertyKey, text: string): string {
  if (typeof key === 'symbol' || key === '__proto__') return `[${text}]`;
  return /^[A-Za-z_$][\w$]*$/.test(String(key)) ? String(key) : text;
}

import { types } from 'node:util';
import { quote } from '../graph/nodes.js';
import { className, refuse, type Subject } from './context.js';

/** Whether an object is bytes: a buffer or a view of one. */
export const isBinary = (value: object): value is ArrayBuffer | ArrayBufferView =>
  types.isAnyArrayBuffer(value) || types.isArrayBufferView(value);

/** Bytes travel as base64. Views of one buffer become views of copies. */
export function captureBinary(subject: Subject): void {
  const { value, node, cls } = subject;
  const bytes = types.isArrayBufferView(value)
    ? Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    : Buffer.from(value as ArrayBuffer);
  const buffer = `Buffer.from(${quote(bytes.toString('base64'))}, "base64")`;
  if (Buffer.isBuffer(value)) node.open.push(buffer);
  else if (cls) refuse(subject, `${className(cls)} is a subclass of a typed array`);
  else if (types.isArrayBufferView(value)) {
    node.open.push(`new ${value.constructor.name}(new Uint8Array(${buffer}).buffer)`);
  } else node.open.push(`new Uint8Array(${buffer}).buffer`);
}

import type { Code } from '../code.js';
import type { TypeNode } from '../type-node.js';
import { ValueError } from '../value-error.js';

/** A statement that throws the error for a value that does not fit. */
export function refuse(code: Code, node: TypeNode, value: string, reason = ''): string {
  return `throw new ${code.bind(ValueError)}(${code.bind(node)}, ${value}, ${JSON.stringify(reason)});`;
}

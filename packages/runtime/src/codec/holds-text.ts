import type { TypeNode } from './type-node.js';

/** Whether values of a type hold strings. */
export function holdsText({ root, children = [], fields = [] }: TypeNode): boolean {
  return root === 'CHAR' || root === 'VARCHAR' || [...children, ...fields.map((f) => f.type)].some(holdsText);
}

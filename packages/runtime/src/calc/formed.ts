import type { Field, TypeNode } from '../codec/index.js';

/**
 * A type that lies in memory as one says (lengths, precisions) and has in JavaScript the form that another says; both
 * are of the same shape. It admits NULL where both do.
 */
export function formed(physical: TypeNode, declared: TypeNode): TypeNode {
  const { children, fields } = physical;
  return {
    ...physical,
    nullable: physical.nullable && declared.nullable,
    ...(declared.bridgedTo === undefined ? {} : { bridgedTo: declared.bridgedTo }),
    ...(children && { children: children.map((child, i) => formed(child, declared.children?.[i] ?? child)) }),
    ...(fields && { fields: fields.map((field, i) => formedField(field, declared.fields?.[i] ?? field)) }),
  };
}

// The function sees the names that it declared.
function formedField(physical: Field, declared: Field): Field {
  return { name: declared.name, type: formed(physical.type, declared.type) };
}

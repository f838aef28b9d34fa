import type { TSType, TSTypeName } from 'oxc-parser';

/** A TypeScript type, as far as names tell it. */
export interface Annotation {
  /** As it is written. */
  readonly text: string;
  /** `string`, `null`, `Uint8Array`, `Temporal.Instant`, `Array`, or `|` for a union; absent for all other types. */
  readonly name?: string;
  /** The arguments of a type, the element of an array, the members of a union. */
  readonly args: readonly Annotation[];
}

const KEYWORD = /^TS(BigInt|Boolean|Null|Number|String)Keyword$/;

/** Reads a type; `source` is the text that it stands in. */
export function annotation(node: TSType, source: string): Annotation {
  const text = source.slice(node.start, node.end);
  const named = (name: string, args: readonly TSType[]): Annotation => ({
    text,
    name,
    args: args.map((arg) => annotation(arg, source)),
  });
  const keyword = KEYWORD.exec(node.type)?.[1];
  if (keyword !== undefined) return named(keyword.toLowerCase(), []);
  switch (node.type) {
    case 'TSParenthesizedType':
      return annotation(node.typeAnnotation, source);
    case 'TSUnionType':
      return named('|', node.types);
    case 'TSArrayType':
      return named('Array', [node.elementType]);
    case 'TSTypeOperator':
      return node.operator === 'readonly' ? annotation(node.typeAnnotation, source) : { text, args: [] };
    case 'TSTypeReference':
      return named(nameOf(node.typeName), node.typeArguments?.params ?? []);
    default:
      return { text, args: [] };
  }
}

function nameOf(name: TSTypeName): string {
  if (name.type === 'TSQualifiedName') return `${nameOf(name.left)}.${name.right.name}`;
  return name.type === 'Identifier' ? name.name : 'this';
}

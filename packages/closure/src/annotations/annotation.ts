import type { TSSignature, TSType, TSTypeName } from 'oxc-parser';

/** A TypeScript type, as far as names tell it. */
export interface Annotation {
  /** As it is written. */
  readonly text: string;
  /**
   * `string`, `null`, `Uint8Array`, `Temporal.Instant`, `Array`, `|` for a union, or `{}` for an object; absent for all
   * other types.
   */
  readonly name?: string;
  /** The arguments of a type, the element of an array, the members of a union, the types of an object's fields. */
  readonly args: readonly Annotation[];
  /** The names of an object's fields. */
  readonly fields?: readonly string[];
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
    case 'TSTypeLiteral': {
      const fields = node.members.map(fieldOf);
      if (fields.includes(undefined)) return { text, args: [] };
      const known = fields as Field[];
      return {
        ...named(
          '{}',
          known.map(({ type }) => type),
        ),
        fields: known.map(({ name }) => name),
      };
    }
    case 'TSTypeReference':
      return named(nameOf(node.typeName), node.typeArguments?.params ?? []);
    default:
      return { text, args: [] };
  }
}

interface Field {
  readonly name: string;
  readonly type: TSType;
}

/** A field that is always there. */
function fieldOf(member: TSSignature): Field | undefined {
  if (member.type !== 'TSPropertySignature' || member.optional || member.computed || !member.typeAnnotation) {
    return undefined;
  }
  const { key } = member;
  const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : undefined;
  return name === undefined ? undefined : { name, type: member.typeAnnotation.typeAnnotation };
}

function nameOf(name: TSTypeName): string {
  if (name.type === 'TSQualifiedName') return `${nameOf(name.left)}.${name.right.name}`;
  return name.type === 'Identifier' ? name.name : 'this';
}

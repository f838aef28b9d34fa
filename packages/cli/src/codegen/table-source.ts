import { docComment, literal } from './literal.js';
import { isSecret, variableOf } from './secrets.js';
import type { ColumnDescription, TableDescription } from './table-description.js';
import { typeSource } from './type-source.js';

/** What the definitions of a file use. */
export interface Uses {
  readonly types: Set<string>;
  /** Whether a secret is read from the environment. */
  env: boolean;
  proctime: boolean;
}

/** The source of a table's definition, as `export const orders = defineTable(…)`. */
export function tableSource(table: TableDescription, variable: string, uses: Uses): string {
  const { connector = '', ...options } = table.options;
  const descriptor = [
    `TableDescriptor.forConnector(${literal(connector)})`,
    `  .schema(\n${indent(schemaSource(table, uses).join('\n'), 4)},\n  )`,
    ...Object.entries(options)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([option, value]) => `  .option(${literal(option)}, ${valueSource(table, option, value, uses)})`),
    ...(table.partitionKeys?.length ? [`  .partitionedBy(${list(table.partitionKeys)})`] : []),
    ...distributionSource(table),
    ...(table.comment ? [`  .comment(${literal(table.comment)})`] : []),
    '  .build()',
  ].join('\n');
  return (
    docComment(table.comment || `The table \`${table.path}\`.`) +
    `export const ${variable} = defineTable(\n  ${literal(table.path)},\n${indent(descriptor, 2)},\n);\n`
  );
}

function schemaSource({ columns, watermark, primaryKey, indexes = [] }: TableDescription, uses: Uses): string[] {
  return [
    'Schema.newBuilder()',
    ...columns.flatMap((column) => [
      `  ${columnSource(column, uses)}`,
      ...(column.comment ? [`  .withComment(${literal(column.comment)})`] : []),
    ]),
    ...(watermark ? [`  .watermark(${literal(watermark.column)}, ${literal(watermark.expression)})`] : []),
    ...(primaryKey ? [`  .${named('primaryKey', 'PK', primaryKey)}`] : []),
    ...indexes.map((index) => `  .${named('index', 'INDEX', index)}`),
    '  .build()',
  ];
}

/** A constraint; its name only where it is not the one that Flink gives. */
function named(method: string, prefix: string, { name, columns }: NonNullable<TableDescription['primaryKey']>): string {
  const given = name === undefined || name === `${prefix}_${columns.join('_')}`;
  return given ? `${method}(${list(columns)})` : `${method}Named(${list([name, ...columns])})`;
}

function columnSource(column: ColumnDescription, uses: Uses): string {
  const name = literal(column.name);
  switch (column.kind) {
    case 'physical':
      return `.column(${name}, ${typeSource(column.type, uses.types)})`;
    case 'computed':
      if (/^PROCTIME\(\)$/i.test(column.expression)) {
        uses.proctime = true;
        return `.columnByExpression(${name}, () => proctime())`;
      }
      return `.columnByExpression(${name}, ${literal(column.expression)}, ${typeSource(column.type, uses.types)})`;
    case 'metadata': {
      const args = [name, typeSource(column.type, uses.types)];
      if (column.key !== undefined) args.push(literal(column.key));
      if (column.virtual) args.push('true');
      return `.columnByMetadata(${args.join(', ')})`;
    }
  }
}

function valueSource(table: TableDescription, option: string, value: string, uses: Uses): string {
  if (!isSecret(option, value)) return literal(value);
  uses.env = true;
  return `env(${literal(variableOf(table.name, option))})`;
}

function distributionSource({ distribution }: TableDescription): string[] {
  if (!distribution) return [];
  const { kind, buckets, keys } = distribution;
  if (keys.length === 0) return buckets === undefined ? [] : [`  .distributedInto(${buckets})`];
  const method = { hash: 'distributedByHash', range: 'distributedByRange', unknown: 'distributedBy' }[kind];
  return [`  .${method}(${[...(buckets === undefined ? [] : [buckets]), list(keys)].join(', ')})`];
}

const list = (names: readonly string[]) => names.map(literal).join(', ');
const indent = (text: string, by: number) => text.replaceAll(/^(?=.)/gm, ' '.repeat(by));

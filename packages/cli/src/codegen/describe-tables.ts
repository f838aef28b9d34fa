import { CatalogTable, FlinkError, ObjectPath, type ResolvedSchema, type TableEnvironment } from 'tsflink';
import type { ColumnDescription, TableDescription, TypeNode, ViewDescription } from './table-description.js';

/** Which tables are described. */
export interface Selection {
  readonly catalog?: string;
  readonly database?: string;
  /** Names, with `*` for any letters; all if empty. */
  readonly tables: readonly string[];
}

type Spec = ReturnType<CatalogTable['getUnresolvedSchema']>['spec'];
type ExpressionNode = NonNullable<Spec['watermark']>['node'];

// Catalogs do not have temporary tables: this one, of the environment alone, takes what is read of them.
const SCRATCH = 'tsflink_codegen';
const SCRATCH_DATABASE = 'default';

/** What Flink knows of the tables and views of a database, temporary ones too, by name. */
export async function describeTables(
  tEnv: TableEnvironment,
  selection: Selection,
): Promise<{ readonly tables: readonly TableDescription[]; readonly views: readonly ViewDescription[] }> {
  const { catalog, database, tables } = selection;
  if (catalog !== undefined) await tEnv.executeSql(`USE CATALOG ${quote(catalog)}`);
  if (database !== undefined) await tEnv.executeSql(`USE ${quote(database)}`);
  const [catalogName, databaseName] = [
    await value(tEnv, 'SHOW CURRENT CATALOG'),
    await value(tEnv, 'SHOW CURRENT DATABASE'),
  ];
  const from = await tEnv.getCatalog(catalogName);
  if (from === undefined) throw new FlinkError('CATALOG_NOT_FOUND', `There is no catalog '${catalogName}'`);
  const patterns = tables.map(
    (name) => new RegExp(`^${name.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`),
  );
  const descriptions: TableDescription[] = [];
  const views: ViewDescription[] = [];
  const temporaryViews = await tEnv.listTemporaryViews();
  const temporary = await tEnv.listTemporaryTables();
  const names = new Set([...(await from.listTables(databaseName)), ...temporary]);
  for (const name of [...names].toSorted(byCodePoint)) {
    if (patterns.length > 0 && !patterns.some((pattern) => pattern.test(name))) continue;
    const quoted = [catalogName, databaseName, name].map(quote).join('.');
    // a database that was asked for is part of the path under which the program knows the table
    const asked = catalog !== undefined || database !== undefined;
    const path = asked ? `${catalogName}.${databaseName}.${name}` : name;
    const table = temporaryViews.includes(name)
      ? undefined
      : temporary.includes(name)
        ? await temporaryTable(tEnv, quoted, name)
        : await from.getTable(new ObjectPath(databaseName, name));
    const schema = await tEnv.from(quoted).getResolvedSchema();
    if (table instanceof CatalogTable) descriptions.push(describe(path, name, table, schema));
    else views.push({ path, columns: schema.fields });
  }
  return { tables: descriptions, views };
}

/** A temporary table as a catalog would have it. */
async function temporaryTable(tEnv: TableEnvironment, quoted: string, name: string) {
  await tEnv.executeSql(`CREATE CATALOG IF NOT EXISTS ${SCRATCH} WITH ('type' = 'generic_in_memory')`);
  const written = await value(tEnv, `SHOW CREATE TABLE ${quoted}`);
  const path = [SCRATCH, SCRATCH_DATABASE, name].map(quote).join('.');
  await tEnv.executeSql(written.replace(TEMPORARY_TABLE, () => `CREATE TABLE ${path}`));
  return (await tEnv.getCatalog(SCRATCH))?.getTable(new ObjectPath(SCRATCH_DATABASE, name));
}

function describe(path: string, name: string, table: CatalogTable, schema: ResolvedSchema): TableDescription {
  const { columns, watermark, primaryKey, indexes } = table.getUnresolvedSchema().spec;
  const types = new Map(schema.fields.map((field) => [field.name, field.type]));
  return {
    path,
    name,
    columns: columns.map((column) => describeColumn(column, types.get(column.name) ?? missing(column.name, path))),
    watermark: watermark && { column: watermark.column, expression: sqlOf(watermark.node) },
    primaryKey,
    indexes: indexes ?? [],
    options: table.getOptions(),
    partitionKeys: table.getPartitionKeys(),
    distribution: table.getDistribution(),
    comment: table.getComment(),
  };
}

function describeColumn(column: Spec['columns'][number], type: TypeNode): ColumnDescription {
  const { name, comment } = column;
  switch (column.kind) {
    case 'physical':
      return { kind: 'physical', name, comment, type };
    case 'computed':
      return { kind: 'computed', name, comment, type, expression: sqlOf(column.node) };
    case 'metadata':
      return { kind: 'metadata', name, comment, type, key: column.key, virtual: column.virtual };
  }
}

function missing(column: string, table: string): never {
  throw new FlinkError('INTERNAL', `The column '${column}' of '${table}' has no type`);
}

/** The SQL of an expression that came from a catalog. */
function sqlOf(node: ExpressionNode): string {
  const [text] = node.kind === 'call' ? node.args : [];
  if (text?.kind === 'literal' && text.value?.case === 'text') return text.value.value;
  throw new FlinkError('INTERNAL', 'An expression of a catalog is no SQL');
}

async function value(tEnv: TableEnvironment, statement: string): Promise<string> {
  const [row = {}] = await (await tEnv.executeSql(statement)).toArray();
  return String(Object.values(row)[0]);
}

// as Flink writes it, whatever the script's own form was
const TEMPORARY_TABLE = /^CREATE TEMPORARY TABLE (?:`(?:[^`]|``)*`\.){2}`(?:[^`]|``)*`/;
const quote = (name: string) => `\`${name.replaceAll('`', '``')}\``;
const byCodePoint = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

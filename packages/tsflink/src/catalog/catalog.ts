import type { Session } from '../environment/session.js';
import { FlinkError } from '../errors/flink-error.js';
import type { CatalogObject, OperationResult } from '../generated/tsflink/v1/catalog_pb.js';
import type { OperationNode } from '../plan/operation.js';
import { CallSite } from '../source/call-site.js';
import type { CatalogBaseTable } from './catalog-base-table.js';
import { CatalogDatabase } from './catalog-database.js';
import { CatalogFunction } from './catalog-function.js';
import { CatalogModel } from './catalog-model.js';
import { CatalogPartition, type CatalogPartitionSpec } from './catalog-partition.js';
import {
  type CatalogColumnStatistics,
  type CatalogTableStatistics,
  decodeColumnStatistics,
  decodeTableStatistics,
  encodeColumnStatistics,
  encodeTableStatistics,
} from './catalog-statistics.js';
import { CatalogTable } from './catalog-table.js';
import { CatalogMaterializedTable, CatalogView } from './catalog-view.js';
import { ObjectPath } from './object-path.js';

/** The path of an object within a catalog: `database.object`, or an {@link ObjectPath}. */
export type PathInCatalog = string | ObjectPath;

/**
 * A catalog of the environment, by its own methods: what they do is done at once, and outlives the session where the
 * catalog does. Every method rejects with CATALOG_NOT_FOUND where there is no such catalog. Maps to Flink's `Catalog`.
 * @example
 * const catalog = tEnv.getCatalog('shop');
 * for (const table of await catalog.listTables('orders')) console.log(await catalog.getTable(`orders.${table}`));
 */
export class Catalog {
  /** @internal Catalogs come from an environment. */
  constructor(
    private readonly session: Session,
    private readonly name: string,
  ) {}

  /** The name under which the environment knows it. */
  getName(): string {
    return this.name;
  }

  // ── databases

  /** The database that is current when the catalog is used. */
  async getDefaultDatabase(): Promise<string | undefined> {
    const [database] = await this.list({ method: 'getDefaultDatabase' });
    return database || undefined;
  }

  /** The names of the databases. */
  listDatabases(): Promise<string[]> {
    return this.list({ method: 'listDatabases' });
  }

  /** A database. Rejects with DATABASE_NOT_FOUND. */
  getDatabase(databaseName: string): Promise<CatalogDatabase> {
    return this.get({ method: 'getDatabase', names: [databaseName] }, 'properties', CatalogDatabase.decode);
  }

  /** Whether there is a database. */
  databaseExists(databaseName: string): Promise<boolean> {
    return this.ask({ method: 'databaseExists', names: [databaseName] });
  }

  /** Creates a database. Rejects where it exists, unless that is ignored. */
  createDatabase(name: string, database: CatalogDatabase, ignoreIfExists = false): Promise<void> {
    return this.do({
      method: 'createDatabase',
      names: [name],
      flags: [ignoreIfExists],
      object: () => database.encode(),
    });
  }

  /** Gives a database other properties. Rejects where there is none, unless that is ignored. */
  alterDatabase(name: string, newDatabase: CatalogDatabase, ignoreIfNotExists = false): Promise<void> {
    return this.do({
      method: 'alterDatabase',
      names: [name],
      flags: [ignoreIfNotExists],
      object: () => newDatabase.encode(),
    });
  }

  /** Drops a database; one with tables only with `cascade`. */
  dropDatabase(name: string, ignoreIfNotExists = false, cascade = false): Promise<void> {
    return this.do({ method: 'dropDatabase', names: [name], flags: [ignoreIfNotExists, cascade] });
  }

  // ── tables and views

  /** The names of the tables and views of a database. */
  listTables(databaseName: string): Promise<string[]> {
    return this.list({ method: 'listTables', names: [databaseName] });
  }

  /** The names of the views of a database. */
  listViews(databaseName: string): Promise<string[]> {
    return this.list({ method: 'listViews', names: [databaseName] });
  }

  /** The names of the materialized tables of a database. */
  listMaterializedTables(databaseName: string): Promise<string[]> {
    return this.list({ method: 'listMaterializedTables', names: [databaseName] });
  }

  /**
   * A table or a view, as it was at a point in time if one is given, in milliseconds since 1970. Rejects with
   * TABLE_NOT_FOUND.
   */
  getTable(path: PathInCatalog, timestamp?: bigint): Promise<CatalogBaseTable> {
    const names = timestamp === undefined ? parts(path) : [...parts(path), String(timestamp)];
    return this.get<'table', CatalogBaseTable>({ method: 'getTable', names }, 'table', (table) => {
      if (table.kind === 'VIEW') return CatalogView.decode(table);
      return table.kind === 'TABLE' ? CatalogTable.decode(table) : CatalogMaterializedTable.decode(table);
    });
  }

  /** Whether there is a table or a view. */
  tableExists(path: PathInCatalog): Promise<boolean> {
    return this.ask({ method: 'tableExists', names: parts(path) });
  }

  /** Creates a table or a view. Rejects with TABLE_ALREADY_EXISTS, unless that is ignored. */
  createTable(path: PathInCatalog, table: CatalogBaseTable, ignoreIfExists = false): Promise<void> {
    return this.do({
      method: 'createTable',
      names: parts(path),
      flags: [ignoreIfExists],
      object: (encoder) => table.encode(encoder),
    });
  }

  /** Replaces a table or a view. Rejects with TABLE_NOT_FOUND, unless that is ignored. */
  alterTable(path: PathInCatalog, newTable: CatalogBaseTable, ignoreIfNotExists = false): Promise<void> {
    return this.do({
      method: 'alterTable',
      names: parts(path),
      flags: [ignoreIfNotExists],
      object: (encoder) => newTable.encode(encoder),
    });
  }

  /** Gives a table or a view another name in its database. */
  renameTable(path: PathInCatalog, newTableName: string, ignoreIfNotExists = false): Promise<void> {
    return this.do({ method: 'renameTable', names: [...parts(path), newTableName], flags: [ignoreIfNotExists] });
  }

  /** Drops a table or a view. Rejects with TABLE_NOT_FOUND, unless that is ignored. */
  dropTable(path: PathInCatalog, ignoreIfNotExists = false): Promise<void> {
    return this.do({ method: 'dropTable', names: parts(path), flags: [ignoreIfNotExists] });
  }

  // ── partitions

  /** The partitions of a table: all, or those that begin with the given values. */
  async listPartitions(path: PathInCatalog, partitionSpec?: CatalogPartitionSpec): Promise<CatalogPartitionSpec[]> {
    const partitions = partitionSpec === undefined ? [] : [partitionSpec];
    const result = await this.operate({ method: 'listPartitions', names: parts(path), partitions });
    return result.partitions.map(({ values }) => values);
  }

  /** A partition of a table. */
  getPartition(path: PathInCatalog, partitionSpec: CatalogPartitionSpec): Promise<CatalogPartition> {
    const operation = { method: 'getPartition', names: parts(path), partitions: [partitionSpec] };
    return this.get(operation, 'properties', CatalogPartition.decode);
  }

  /** Whether a table has a partition. */
  partitionExists(path: PathInCatalog, partitionSpec: CatalogPartitionSpec): Promise<boolean> {
    return this.ask({ method: 'partitionExists', names: parts(path), partitions: [partitionSpec] });
  }

  /** Creates a partition of a table. */
  createPartition(
    path: PathInCatalog,
    partitionSpec: CatalogPartitionSpec,
    partition: CatalogPartition,
    ignoreIfExists = false,
  ): Promise<void> {
    return this.do({
      method: 'createPartition',
      names: parts(path),
      flags: [ignoreIfExists],
      partitions: [partitionSpec],
      object: () => partition.encode(),
    });
  }

  /** Gives a partition other properties. */
  alterPartition(
    path: PathInCatalog,
    partitionSpec: CatalogPartitionSpec,
    newPartition: CatalogPartition,
    ignoreIfNotExists = false,
  ): Promise<void> {
    return this.do({
      method: 'alterPartition',
      names: parts(path),
      flags: [ignoreIfNotExists],
      partitions: [partitionSpec],
      object: () => newPartition.encode(),
    });
  }

  /** Drops a partition of a table. */
  dropPartition(path: PathInCatalog, partitionSpec: CatalogPartitionSpec, ignoreIfNotExists = false): Promise<void> {
    return this.do({
      method: 'dropPartition',
      names: parts(path),
      flags: [ignoreIfNotExists],
      partitions: [partitionSpec],
    });
  }

  // ── functions and procedures

  /** The names of the functions of a database. */
  listFunctions(databaseName: string): Promise<string[]> {
    return this.list({ method: 'listFunctions', names: [databaseName] });
  }

  /** The names of the procedures of a database, to be called by SQL's `CALL`. */
  listProcedures(databaseName: string): Promise<string[]> {
    return this.list({ method: 'listProcedures', names: [databaseName] });
  }

  /** A function. Rejects with FUNCTION_UNDEFINED. */
  getFunction(path: PathInCatalog): Promise<CatalogFunction> {
    return this.get({ method: 'getFunction', names: parts(path) }, 'function', CatalogFunction.decode);
  }

  /** Whether there is a function. */
  functionExists(path: PathInCatalog): Promise<boolean> {
    return this.ask({ method: 'functionExists', names: parts(path) });
  }

  /** Creates a function. */
  createFunction(path: PathInCatalog, fn: CatalogFunction, ignoreIfExists = false): Promise<void> {
    return this.do({
      method: 'createFunction',
      names: parts(path),
      flags: [ignoreIfExists],
      object: () => fn.encode(),
    });
  }

  /** Replaces a function. */
  alterFunction(path: PathInCatalog, newFunction: CatalogFunction, ignoreIfNotExists = false): Promise<void> {
    return this.do({
      method: 'alterFunction',
      names: parts(path),
      flags: [ignoreIfNotExists],
      object: () => newFunction.encode(),
    });
  }

  /** Drops a function. */
  dropFunction(path: PathInCatalog, ignoreIfNotExists = false): Promise<void> {
    return this.do({ method: 'dropFunction', names: parts(path), flags: [ignoreIfNotExists] });
  }

  // ── models

  /** The names of the models of a database. */
  listModels(databaseName: string): Promise<string[]> {
    return this.list({ method: 'listModels', names: [databaseName] });
  }

  /** A model. Rejects with MODEL_NOT_FOUND. */
  getModel(path: PathInCatalog): Promise<CatalogModel> {
    return this.get({ method: 'getModel', names: parts(path) }, 'model', CatalogModel.decode);
  }

  /** Whether there is a model. */
  modelExists(path: PathInCatalog): Promise<boolean> {
    return this.ask({ method: 'modelExists', names: parts(path) });
  }

  /** Creates a model. */
  createModel(path: PathInCatalog, model: CatalogModel, ignoreIfExists = false): Promise<void> {
    return this.do({
      method: 'createModel',
      names: parts(path),
      flags: [ignoreIfExists],
      object: (encoder) => model.encode(encoder),
    });
  }

  /** Replaces a model. */
  alterModel(path: PathInCatalog, newModel: CatalogModel, ignoreIfNotExists = false): Promise<void> {
    return this.do({
      method: 'alterModel',
      names: parts(path),
      flags: [ignoreIfNotExists],
      object: (encoder) => newModel.encode(encoder),
    });
  }

  /** Gives a model another name in its database. */
  renameModel(path: PathInCatalog, newModelName: string, ignoreIfNotExists = false): Promise<void> {
    return this.do({ method: 'renameModel', names: [...parts(path), newModelName], flags: [ignoreIfNotExists] });
  }

  /** Drops a model. */
  dropModel(path: PathInCatalog, ignoreIfNotExists = false): Promise<void> {
    return this.do({ method: 'dropModel', names: parts(path), flags: [ignoreIfNotExists] });
  }

  // ── statistics

  /** How large a table is. */
  getTableStatistics(path: PathInCatalog): Promise<CatalogTableStatistics> {
    const operation = { method: 'getTableStatistics', names: parts(path) };
    return this.get(operation, 'tableStatistics', decodeTableStatistics);
  }

  /** What is known of the columns of a table. */
  getTableColumnStatistics(path: PathInCatalog): Promise<CatalogColumnStatistics> {
    const operation = { method: 'getTableColumnStatistics', names: parts(path) };
    return this.get(operation, 'columnStatistics', decodeColumnStatistics);
  }

  /** How large a partition is. */
  getPartitionStatistics(path: PathInCatalog, partitionSpec: CatalogPartitionSpec): Promise<CatalogTableStatistics> {
    const operation = { method: 'getPartitionStatistics', names: parts(path), partitions: [partitionSpec] };
    return this.get(operation, 'tableStatistics', decodeTableStatistics);
  }

  /** What is known of the columns of a partition. */
  getPartitionColumnStatistics(
    path: PathInCatalog,
    partitionSpec: CatalogPartitionSpec,
  ): Promise<CatalogColumnStatistics> {
    const operation = { method: 'getPartitionColumnStatistics', names: parts(path), partitions: [partitionSpec] };
    return this.get(operation, 'columnStatistics', decodeColumnStatistics);
  }

  /** How large partitions are, in their order. */
  bulkGetPartitionStatistics(
    path: PathInCatalog,
    partitions: readonly CatalogPartitionSpec[],
  ): Promise<CatalogTableStatistics[]> {
    const operation = { method: 'bulkGetPartitionStatistics', names: parts(path), partitions };
    return this.getAll(operation, 'tableStatistics', decodeTableStatistics);
  }

  /** What is known of the columns of partitions, in their order. */
  bulkGetPartitionColumnStatistics(
    path: PathInCatalog,
    partitions: readonly CatalogPartitionSpec[],
  ): Promise<CatalogColumnStatistics[]> {
    const operation = { method: 'bulkGetPartitionColumnStatistics', names: parts(path), partitions };
    return this.getAll(operation, 'columnStatistics', decodeColumnStatistics);
  }

  /** Notes how large a table is: the planner counts on it. */
  alterTableStatistics(
    path: PathInCatalog,
    tableStatistics: CatalogTableStatistics,
    ignoreIfNotExists = false,
  ): Promise<void> {
    return this.do({
      method: 'alterTableStatistics',
      names: parts(path),
      flags: [ignoreIfNotExists],
      object: () => encodeTableStatistics(tableStatistics),
    });
  }

  /** Notes what is known of the columns of a table: the planner counts on it. */
  alterTableColumnStatistics(
    path: PathInCatalog,
    columnStatistics: CatalogColumnStatistics,
    ignoreIfNotExists = false,
  ): Promise<void> {
    return this.do({
      method: 'alterTableColumnStatistics',
      names: parts(path),
      flags: [ignoreIfNotExists],
      object: () => encodeColumnStatistics(columnStatistics),
    });
  }

  /** Notes how large a partition is. */
  alterPartitionStatistics(
    path: PathInCatalog,
    partitionSpec: CatalogPartitionSpec,
    partitionStatistics: CatalogTableStatistics,
    ignoreIfNotExists = false,
  ): Promise<void> {
    return this.do({
      method: 'alterPartitionStatistics',
      names: parts(path),
      flags: [ignoreIfNotExists],
      partitions: [partitionSpec],
      object: () => encodeTableStatistics(partitionStatistics),
    });
  }

  /** Notes what is known of the columns of a partition. */
  alterPartitionColumnStatistics(
    path: PathInCatalog,
    partitionSpec: CatalogPartitionSpec,
    columnStatistics: CatalogColumnStatistics,
    ignoreIfNotExists = false,
  ): Promise<void> {
    return this.do({
      method: 'alterPartitionColumnStatistics',
      names: parts(path),
      flags: [ignoreIfNotExists],
      partitions: [partitionSpec],
      object: () => encodeColumnStatistics(columnStatistics),
    });
  }

  private operate(operation: OperationNode): Promise<OperationResult> {
    return this.session.operate({ ...operation, catalog: this.name }, new CallSite());
  }

  private async do(operation: OperationNode): Promise<void> {
    await this.operate(operation);
  }

  private async ask(operation: OperationNode): Promise<boolean> {
    return (await this.operate(operation)).flag;
  }

  private async list(operation: OperationNode): Promise<string[]> {
    return (await this.operate(operation)).names;
  }

  private async get<K extends Case, T>(operation: OperationNode, kind: K, decode: Decode<K, T>): Promise<T> {
    const [object] = await this.getAll(operation, kind, decode);
    if (object !== undefined) return object;
    throw new FlinkError('INTERNAL', `The gateway answered ${operation.method} with nothing`);
  }

  private async getAll<K extends Case, T>(operation: OperationNode, kind: K, decode: Decode<K, T>): Promise<T[]> {
    const { objects } = await this.operate(operation);
    return objects.flatMap(({ object }) => (object.case === kind ? [decode(object.value as ValueOf<K>)] : []));
  }
}

type Case = NonNullable<CatalogObject['object']['case']>;
type ValueOf<K extends Case> = Extract<CatalogObject['object'], { readonly case: K }>['value'];
type Decode<K extends Case, T> = (value: ValueOf<K>) => T;

function parts(path: PathInCatalog): string[] {
  const whole = typeof path === 'string' ? ObjectPath.fromString(path) : path;
  return [whole.getDatabaseName(), whole.getObjectName()];
}

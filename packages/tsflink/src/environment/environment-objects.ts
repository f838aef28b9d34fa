import { Catalog } from '../catalog/catalog.js';
import type { CatalogDescriptor } from '../catalog/catalog-descriptor.js';
import { schemaExpression } from '../catalog/encode-object.js';
import { FunctionDescriptor } from '../catalog/function-descriptor.js';
import type { ModelDescriptor } from '../catalog/model-descriptor.js';
import { type Options, texts } from '../catalog/options.js';
import { encodeProperties } from '../catalog/properties.js';
import type { ResourceUri } from '../catalog/resource-uri.js';
import type { AnyUdf } from '../functions/scalar-udf.js';
import { encodeTable } from '../plan/encode-table.js';
import type { OperationNode } from '../plan/operation.js';
import { CallSite } from '../source/call-site.js';
import type { Table } from '../table/table.js';
import { quotePath } from '../table/table-def.js';
import { type TableDescriptor, withSchema } from '../table/table-descriptor.js';
import type { Untyped } from '../types/untyped.js';
import { checkJavaNames, type FunctionJarOptions } from './function-jar.js';
import { Model } from './model.js';
import type { Session } from './session.js';

/** A module of functions, and whether SQL finds them. Maps to Flink's `ModuleEntry`. */
export interface ModuleEntry {
  readonly name: string;
  readonly used: boolean;
}

/**
 * What an environment has by name: catalogs, databases, tables, functions, modules, models.
 *
 * Methods that concern only the environment and return nothing (`useCatalog`, `createTemporaryFunction` …) are gathered
 * and go with the next request. Those that change a catalog, or answer, are promises, and run at once.
 */
export abstract class EnvironmentObjects {
  /** @internal */
  protected constructor(protected readonly session: Session) {}

  // ── catalogs and databases

  /** Creates a catalog. Rejects where one of that name exists, or where it cannot be opened. */
  async createCatalog(catalogName: string, catalogDescriptor: CatalogDescriptor): Promise<void> {
    await this.operate({ method: 'createCatalog', names: [catalogName], object: () => catalogDescriptor.encode() });
  }

  /** A catalog by its name; its methods reject with CATALOG_NOT_FOUND where there is none. */
  getCatalog(catalogName: string): Catalog {
    return new Catalog(this.session, catalogName);
  }

  /** The names of the catalogs. */
  listCatalogs(): Promise<string[]> {
    return this.list('listCatalogs');
  }

  /** The catalog in which paths without one are looked up. */
  async getCurrentCatalog(): Promise<string> {
    return (await this.list('getCurrentCatalog'))[0] ?? '';
  }

  /** Makes a catalog the current one, and its default database the current database. */
  useCatalog(catalogName: string): void {
    this.enqueue({ method: 'useCatalog', names: [catalogName] });
  }

  /** The names of the databases of the current catalog. */
  listDatabases(): Promise<string[]> {
    return this.list('listDatabases');
  }

  /** The database in which paths without one are looked up. */
  async getCurrentDatabase(): Promise<string> {
    return (await this.list('getCurrentDatabase'))[0] ?? '';
  }

  /** Makes a database of the current catalog the current one. */
  useDatabase(databaseName: string): void {
    this.enqueue({ method: 'useDatabase', names: [databaseName] });
  }

  // ── tables and views

  /**
   * Creates a table in a catalog. Resolves to whether it was created: `false` where it exists and that is ignored.
   * @example await tEnv.createTable('shop.orders', TableDescriptor.forConnector('kafka').schema(schema).build());
   */
  createTable(path: string, descriptor: TableDescriptor<Untyped, Untyped>, ignoreIfExists = false): Promise<boolean> {
    const definition = withSchema(descriptor);
    this.session.defineLookup(definition, new CallSite());
    return this.ask({
      method: 'createTable',
      names: [quotePath(path)],
      flags: [ignoreIfExists],
      object: (encoder) => ({
        case: 'table',
        value: { kind: 'TABLE', table: encodeTable(definition, schemaExpression(encoder)) },
      }),
    });
  }

  /**
   * Creates a view in a catalog; its table must be one that SQL can say. Resolves to whether it was created: `false`
   * where it exists and that is ignored.
   */
  createView(path: string, view: Table<Untyped>, ignoreIfExists = false): Promise<boolean> {
    return this.ask({
      method: 'createView',
      names: [quotePath(path)],
      flags: [ignoreIfExists],
      object: (encoder) => ({ case: 'view', value: encoder.plan(view.relation) }),
    });
  }

  /** The names of the tables and views of the current database, temporary ones too; or of another database. */
  listTables(): Promise<string[]>;
  listTables(catalogName: string, databaseName: string): Promise<string[]>;
  listTables(...names: string[]): Promise<string[]> {
    return this.list('listTables', names);
  }

  /** The names of the views of the current database, temporary ones too. */
  listViews(): Promise<string[]> {
    return this.list('listViews');
  }

  /** The names of the materialized tables of the current database. */
  listMaterializedTables(): Promise<string[]> {
    return this.list('listMaterializedTables');
  }

  /** The names of the temporary tables and views of the current database. */
  listTemporaryTables(): Promise<string[]> {
    return this.list('listTemporaryTables');
  }

  /** The names of the temporary views of the current database. */
  listTemporaryViews(): Promise<string[]> {
    return this.list('listTemporaryViews');
  }

  /** Drops a table of a catalog. Resolves to whether there was one; rejects if not and that is not ignored. */
  dropTable(path: string, ignoreIfNotExists = true): Promise<boolean> {
    return this.ask({ method: 'dropTable', names: [quotePath(path)], flags: [ignoreIfNotExists] });
  }

  /** Drops a view of a catalog. Resolves to whether there was one; rejects if not and that is not ignored. */
  dropView(path: string, ignoreIfNotExists = true): Promise<boolean> {
    return this.ask({ method: 'dropView', names: [quotePath(path)], flags: [ignoreIfNotExists] });
  }

  /** Drops a temporary table. Resolves to whether there was one. */
  dropTemporaryTable(path: string): Promise<boolean> {
    this.session.forgetTable(path);
    return this.ask({ method: 'dropTemporaryTable', names: [quotePath(path)] });
  }

  /** Drops a temporary view. Resolves to whether there was one. */
  dropTemporaryView(path: string): Promise<boolean> {
    return this.ask({ method: 'dropTemporaryView', names: [quotePath(path)] });
  }

  // ── functions

  /**
   * Creates a function in a catalog from a class that Flink can load. Functions of the program are temporary: the
   * catalog could not keep them.
   * @example await tEnv.createFunction('parse', 'com.example.Parse', [{ type: 'JAR', uri: 'file:///opt/f.jar' }]);
   */
  createFunction(
    path: string,
    className: string,
    resourceUris?: readonly ResourceUri[],
    ignoreIfExists?: boolean,
  ): Promise<void>;
  createFunction(path: string, descriptor: FunctionDescriptor, ignoreIfExists?: boolean): Promise<void>;
  async createFunction(
    path: string,
    fn: string | FunctionDescriptor,
    second: readonly ResourceUri[] | boolean = false,
    ignoreIfExists = second === true,
  ): Promise<void> {
    const descriptor = describe(fn, typeof second === 'boolean' ? [] : second);
    await this.operate({
      method: 'createFunction',
      names: [quotePath(path)],
      flags: [ignoreIfExists],
      object: () => descriptor.encode(),
    });
  }

  /**
   * Makes a function known under a path, until the environment is closed: one of the program, or a class that Flink can
   * load.
   */
  createTemporaryFunction(path: string, fn: AnyUdf | FunctionDescriptor): void;
  createTemporaryFunction(path: string, className: string, resourceUris?: readonly ResourceUri[]): void;
  createTemporaryFunction(
    path: string,
    fn: AnyUdf | FunctionDescriptor | string,
    resourceUris: readonly ResourceUri[] = [],
  ): void {
    const names = [quotePath(path)];
    if (typeof fn !== 'string' && !(fn instanceof FunctionDescriptor)) {
      const { udf } = fn;
      this.enqueue({
        method: 'createTemporaryFunction',
        names,
        object: (encoder) => ({ case: 'programFunction', value: encoder.function(udf) }),
      });
      return;
    }
    const descriptor = describe(fn, resourceUris);
    this.enqueue({ method: 'createTemporaryFunction', names, object: () => descriptor.encode() });
  }

  /**
   * Makes a function known to SQL under a name, until the environment is closed: one of the program, or a class that
   * Flink can load. Throws FUNCTION_ALREADY_EXISTS.
   * @example
   * tEnv.createTemporarySystemFunction('ip_to_province', ipToProvince);
   * await tEnv.executeSql('SELECT ip_to_province(client_ip) FROM access_log');
   */
  createTemporarySystemFunction(name: string, fn: AnyUdf | FunctionDescriptor): void;
  createTemporarySystemFunction(name: string, className: string, resourceUris?: readonly ResourceUri[]): void;
  createTemporarySystemFunction(
    name: string,
    fn: AnyUdf | FunctionDescriptor | string,
    resourceUris: readonly ResourceUri[] = [],
  ): void {
    if (typeof fn !== 'string' && !(fn instanceof FunctionDescriptor)) {
      this.session.createFunction(name, fn.udf, new CallSite());
      return;
    }
    const descriptor = describe(fn, resourceUris);
    this.enqueue({ method: 'createTemporarySystemFunction', names: [name], object: () => descriptor.encode() });
  }

  /**
   * A jar of functions for Flink's own SQL, which needs no program then: `CREATE FUNCTION f AS 'functions.f' LANGUAGE
   * JAVA USING JAR 'functions.jar'`, in its SQL client, its SQL gateway, or anywhere else. Each function has a class by
   * its key. The options of functions, such as `tsflink.function.timeout`, are those of this environment. Throws
   * ARGUMENT_INVALID for a name that is none in Java.
   * @param options `packageName`: of the classes, `functions` if absent; `runtime`: `false` leaves out what runs
   *   functions, where a cluster has it in its lib/
   * @example await writeFile('functions.jar', await tEnv.buildFunctionJar({ ip_to_province: ipToProvince }));
   */
  buildFunctionJar(
    functions: Readonly<Record<string, AnyUdf>>,
    { packageName = 'functions', runtime = true }: FunctionJarOptions = {},
  ): Promise<Uint8Array> {
    const site = new CallSite();
    const definitions = new Map(Object.entries(functions).map(([name, { udf }]) => [name, udf]));
    checkJavaNames(packageName, [...definitions.keys()], site);
    return this.session.buildFunctionJar(definitions, packageName, runtime, site);
  }

  /** The names of all functions that SQL finds: those of modules, of the current database, and temporary ones. */
  listFunctions(): Promise<string[]> {
    return this.list('listFunctions');
  }

  /** The names of the functions that are not of a module. */
  listUserDefinedFunctions(): Promise<string[]> {
    return this.list('listUserDefinedFunctions');
  }

  /** Drops a function of a catalog. Resolves to whether there was one. */
  dropFunction(path: string): Promise<boolean> {
    return this.ask({ method: 'dropFunction', names: [quotePath(path)] });
  }

  /** Drops a temporary function of a path. Resolves to whether there was one. */
  dropTemporaryFunction(path: string): Promise<boolean> {
    return this.ask({ method: 'dropTemporaryFunction', names: [quotePath(path)] });
  }

  /** Drops a temporary function of a name. Resolves to whether there was one. */
  dropTemporarySystemFunction(name: string): Promise<boolean> {
    this.session.forgetFunction(name);
    return this.ask({ method: 'dropTemporarySystemFunction', names: [name] });
  }

  // ── modules

  /**
   * Loads a module of functions by the name of its factory, as SQL's `LOAD MODULE`.
   * @example tEnv.loadModule('core');
   */
  loadModule(moduleName: string, options: Options = {}): void {
    this.enqueue({ method: 'loadModule', names: [moduleName], object: () => encodeProperties(texts(options)) });
  }

  /** Unloads a module. */
  unloadModule(moduleName: string): void {
    this.enqueue({ method: 'unloadModule', names: [moduleName] });
  }

  /** Uses these of the loaded modules, in this order: the first that has a function wins. */
  useModules(...moduleNames: string[]): void {
    this.enqueue({ method: 'useModules', names: moduleNames });
  }

  /** The names of the modules that are used, in their order. */
  listModules(): Promise<string[]> {
    return this.list('listModules');
  }

  /** The modules that are loaded, and whether they are used. */
  async listFullModules(): Promise<ModuleEntry[]> {
    const entries = await this.list('listFullModules');
    return entries.map((entry) => ({ name: entry.slice(1), used: entry.startsWith('+') }));
  }

  // ── models

  /** Creates a model in a catalog. Rejects where it exists, unless that is ignored. */
  async createModel(
    path: string,
    descriptor: ModelDescriptor<Untyped, Untyped>,
    ignoreIfExists = false,
  ): Promise<void> {
    await this.operate(createModel('createModel', path, descriptor, ignoreIfExists));
  }

  /** Makes a model known under a path, until the environment is closed. */
  createTemporaryModel(path: string, descriptor: ModelDescriptor<Untyped, Untyped>, ignoreIfExists = false): void {
    this.enqueue(createModel('createTemporaryModel', path, descriptor, ignoreIfExists));
  }

  /**
   * A model of a catalog by its path, or one that is described; its `predict` adds what it says of rows.
   * @example tEnv.fromModel('sentiment').predict(tEnv.from('comments'), ['text'])
   */
  fromModel(path: string): Model;
  fromModel<In, Out>(descriptor: ModelDescriptor<In, Out>): Model<In, Out>;
  fromModel(model: string | ModelDescriptor): Model {
    return new Model(this.session, typeof model === 'string' ? quotePath(model) : model);
  }

  /** The names of the models of the current database that are not temporary. */
  listModels(): Promise<string[]> {
    return this.list('listModels');
  }

  /** The names of the temporary models of the current database. */
  listTemporaryModels(): Promise<string[]> {
    return this.list('listTemporaryModels');
  }

  /** Drops a model of a catalog. Resolves to whether there was one; rejects if not and that is not ignored. */
  dropModel(path: string, ignoreIfNotExists = true): Promise<boolean> {
    return this.ask({ method: 'dropModel', names: [quotePath(path)], flags: [ignoreIfNotExists] });
  }

  /** Drops a temporary model. Resolves to whether there was one. */
  dropTemporaryModel(path: string): Promise<boolean> {
    return this.ask({ method: 'dropTemporaryModel', names: [quotePath(path)] });
  }

  /** Words that may follow at a position of a statement, counted from 0. */
  getCompletionHints(statement: string, position: number): Promise<string[]> {
    return this.list('getCompletionHints', [statement, String(position)]);
  }

  private enqueue(operation: OperationNode): void {
    this.session.enqueue({ kind: 'operation', operation, site: new CallSite() });
  }

  private operate(operation: OperationNode) {
    return this.session.operate(operation, new CallSite());
  }

  private async ask(operation: OperationNode): Promise<boolean> {
    return (await this.operate(operation)).flag;
  }

  private async list(method: string, names: readonly string[] = []): Promise<string[]> {
    return (await this.operate({ method, names })).names;
  }
}

function describe(fn: string | FunctionDescriptor, resourceUris: readonly ResourceUri[]): FunctionDescriptor {
  return typeof fn === 'string' ? FunctionDescriptor.forClassName(fn).resourceUris(resourceUris).build() : fn;
}

function createModel(
  method: string,
  path: string,
  descriptor: ModelDescriptor<Untyped, Untyped>,
  ignoreIfExists: boolean,
): OperationNode {
  return {
    method,
    names: [quotePath(path)],
    flags: [ignoreIfExists],
    object: (encoder) => ({ case: 'model', value: descriptor.encode(schemaExpression(encoder)) }),
  };
}

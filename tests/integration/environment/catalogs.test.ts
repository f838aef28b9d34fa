import {
  CatalogDatabase,
  CatalogDescriptor,
  CatalogFunction,
  CatalogModel,
  CatalogPartition,
  CatalogTable,
  CatalogView,
  DataTypes,
  EnvironmentSettings,
  FlinkError,
  ObjectPath,
  Schema,
  TableDescriptor,
  TableEnvironment,
  udf,
} from 'tsflink';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect, rowsOf } from '../setup/rows.js';

const { BIGINT, INT, STRING, TIMESTAMP } = DataTypes;
let tEnv: TableEnvironment;
beforeAll(async () => {
  const settings = EnvironmentSettings.newInstance().inBatchMode().withBuiltInCatalogName('main').build();
  tEnv = TableEnvironment.create(settings);
  await tEnv.createCatalog('shop', CatalogDescriptor.of('shop', { type: 'generic_in_memory' }, 'a catalog'));
});
afterAll(() => tEnv.close());

const orders = Schema.newBuilder()
  .column('id', BIGINT().notNull())
  .column('name', STRING())
  .withComment('who')
  .column('at', TIMESTAMP(3))
  .columnByExpression('twice', 'id * 2')
  .columnByMetadata('offset', BIGINT(), undefined, true)
  .watermark('at', "`at` - INTERVAL '5' SECOND")
  .primaryKeyNamed('pk', 'id')
  .build();

/** What work is refused with. */
async function refusal(work: Promise<unknown>): Promise<FlinkError> {
  const error = await work.then(
    () => undefined,
    (failure: unknown) => failure,
  );
  if (error instanceof FlinkError) return error;
  throw new TypeError(`it was not refused: ${error}`);
}

describe('catalogs', () => {
  it('are created, listed and used, with their databases', async () => {
    expect(await tEnv.listCatalogs()).toEqual(['main', 'shop']);
    expect(await tEnv.getCurrentCatalog()).toBe('main');
    tEnv.useCatalog('shop');
    expect([await tEnv.getCurrentCatalog(), await tEnv.getCurrentDatabase()]).toEqual(['shop', 'default']);
    await tEnv.getCatalog('shop').createDatabase('sales', CatalogDatabase.of({ owner: 'us' }, 'what is sold'));
    tEnv.useDatabase('sales');
    expect(await tEnv.getCurrentDatabase()).toBe('sales');
    expect(await tEnv.listDatabases()).toEqual(['default', 'sales']);
    tEnv.useCatalog('main');
  });

  it('keep databases', async () => {
    const catalog = tEnv.getCatalog('shop');
    expect(catalog.getName()).toBe('shop');
    expect(await catalog.getDefaultDatabase()).toBe('default');
    expect(await catalog.listDatabases()).toEqual(['default', 'sales']);
    const sales = await catalog.getDatabase('sales');
    expect([sales.getProperties(), sales.getComment()]).toEqual([{ owner: 'us' }, 'what is sold']);
    await catalog.alterDatabase('sales', sales.copy({ owner: 'them' }));
    expect((await catalog.getDatabase('sales')).getProperties()).toEqual({ owner: 'them' });
    await catalog.createDatabase('gone', CatalogDatabase.of({}));
    await catalog.dropDatabase('gone');
    expect([await catalog.databaseExists('gone'), await catalog.databaseExists('sales')]).toEqual([false, true]);
  });

  it('keep tables, whole', async () => {
    const catalog = tEnv.getCatalog('shop');
    const table = CatalogTable.newBuilder()
      .schema(orders)
      .comment('orders')
      .partitionKeys(['name'])
      .options({ connector: 'datagen', 'number-of-rows': 3 })
      .distribution({ kind: 'hash', buckets: 4, keys: ['id'] })
      .build();
    await catalog.createTable('sales.orders', table);
    expect(await catalog.tableExists('sales.orders')).toBe(true);
    const kept = (await catalog.getTable('sales.orders')) as CatalogTable;
    expect(kept.getTableKind()).toBe('TABLE');
    expect(kept.getOptions()).toEqual({ connector: 'datagen', 'number-of-rows': '3' });
    expect([kept.getComment(), kept.isPartitioned(), kept.getPartitionKeys()]).toEqual(['orders', true, ['name']]);
    expect(kept.getDistribution()).toEqual({ kind: 'hash', buckets: 4, keys: ['id'] });
    const { columns, primaryKey, watermark } = kept.getUnresolvedSchema().spec;
    expect(columns.map(({ name, kind, comment }) => [name, kind, comment])).toEqual([
      ['id', 'physical', undefined],
      ['name', 'physical', 'who'],
      ['at', 'physical', undefined],
      ['twice', 'computed', undefined],
      ['offset', 'metadata', undefined],
    ]);
    expect([primaryKey, watermark?.column]).toEqual([{ name: 'pk', columns: ['id'] }, 'at']);

    await catalog.alterTable('sales.orders', kept.copy({ connector: 'blackhole' }));
    const altered = (await catalog.getTable(new ObjectPath('sales', 'orders'))) as CatalogTable;
    expect(altered.getOptions()).toEqual({ connector: 'blackhole' });
    expect(altered.getUnresolvedSchema().spec.columns).toHaveLength(5);
    await catalog.renameTable('sales.orders', 'renamed');
    expect(await catalog.listTables('sales')).toEqual(['renamed']);
    await catalog.dropTable('sales.renamed');
    expect(await catalog.listTables('sales')).toEqual([]);
  });

  it('keep views, partitions and statistics', async () => {
    const catalog = tEnv.getCatalog('shop');
    const one = Schema.newBuilder().column('n', INT()).build();
    await catalog.createTable('sales.one', CatalogView.of(one, 'a view', 'SELECT 1 AS n', 'SELECT 1 AS n'));
    const view = (await catalog.getTable('sales.one')) as CatalogView;
    expect([view.getTableKind(), view.getExpandedQuery(), view.getComment()]).toEqual([
      'VIEW',
      'SELECT 1 AS n',
      'a view',
    ]);
    expect(await collect(tEnv.from('shop.sales.one'))).toEqual([{ n: 1 }]);
    expect(await catalog.listViews('sales')).toEqual(['one']);

    const days = Schema.newBuilder().column('day', STRING()).column('n', BIGINT()).build();
    const table = CatalogTable.newBuilder().schema(days).partitionKeys(['day']).options({ connector: 'x' }).build();
    await catalog.createTable('sales.days', table);
    const monday = { day: 'monday' };
    await catalog.createPartition('sales.days', monday, CatalogPartition.of({ size: 1 }, 'first'));
    expect(await catalog.listPartitions('sales.days')).toEqual([monday]);
    expect(await catalog.listPartitions('sales.days', monday)).toEqual([monday]);
    const partition = await catalog.getPartition('sales.days', monday);
    expect([partition.getProperties(), partition.getComment()]).toEqual([{ size: '1' }, 'first']);
    await catalog.alterPartition('sales.days', monday, partition.copy({ size: 2 }));
    expect((await catalog.getPartition('sales.days', monday)).getProperties()).toEqual({ size: '2' });

    const size = { rowCount: 5n, fileCount: 1, totalSize: 10n, rawDataSize: 20n, properties: { a: 'b' } };
    const columns = {
      columnStatisticsData: {
        day: { kind: 'strings', maxLength: 6n, averageLength: 5.5, distinct: 7n, nullCount: 0n },
        n: { kind: 'longs', min: -1n, max: 9n },
      },
      properties: {},
    } as const;
    await catalog.alterPartitionStatistics('sales.days', monday, size);
    await catalog.alterPartitionColumnStatistics('sales.days', monday, columns);
    expect(await catalog.getPartitionStatistics('sales.days', monday)).toEqual(size);
    expect(await catalog.bulkGetPartitionStatistics('sales.days', [monday])).toEqual([size]);
    expect(await catalog.getPartitionColumnStatistics('sales.days', monday)).toEqual(columns);
    expect(await catalog.bulkGetPartitionColumnStatistics('sales.days', [monday])).toEqual([columns]);
    await catalog.dropPartition('sales.days', monday);
    expect(await catalog.partitionExists('sales.days', monday)).toBe(false);

    await tEnv.createTable('shop.sales.plain', TableDescriptor.forConnector('x').schema(days).build());
    await catalog.alterTableStatistics('sales.plain', size);
    expect(await catalog.getTableStatistics('sales.plain')).toEqual(size);
    const data = {
      columnStatisticsData: {
        a: { kind: 'doubles', min: 0.5, max: 1.5, distinct: 2n },
        b: { kind: 'booleans', trueCount: 1n, falseCount: 2n, nullCount: 3n },
        c: { kind: 'binaries', maxLength: 3n, averageLength: 1 },
        d: { kind: 'dates', min: 1n, max: 20_000n, distinct: 5n },
      },
      properties: { p: 'q' },
    } as const;
    await catalog.alterTableColumnStatistics('sales.plain', data);
    expect(await catalog.getTableColumnStatistics('sales.plain')).toEqual(data);
  });

  it('keep functions and models', async () => {
    const catalog = tEnv.getCatalog('shop');
    const resource = { type: 'JAR', uri: 'file:///opt/f.jar' } as const;
    await catalog.createFunction('sales.f', CatalogFunction.of('com.example.F', 'JAVA', [resource]));
    expect(await catalog.listFunctions('sales')).toEqual(['f']);
    const fn = await catalog.getFunction('sales.f');
    expect([fn.getClassName(), fn.getFunctionLanguage(), fn.getFunctionResources()]).toEqual([
      'com.example.F',
      'JAVA',
      [resource],
    ]);
    await catalog.alterFunction('sales.f', CatalogFunction.of('com.example.G'));
    expect((await catalog.getFunction('sales.f')).getClassName()).toBe('com.example.G');
    await catalog.dropFunction('sales.f');
    expect(await catalog.functionExists('sales.f')).toBe(false);

    const input = Schema.newBuilder().column('text', STRING()).build();
    const output = Schema.newBuilder().column('label', STRING()).build();
    await catalog.createModel('sales.m', CatalogModel.of(input, output, { provider: 'x', task: 'y' }, 'a model'));
    await catalog.renameModel('sales.m', 'n');
    expect(await catalog.listModels('sales')).toEqual(['n']);
    const model = await catalog.getModel('sales.n');
    expect(model.getOptions()).toMatchObject({ provider: 'x', task: 'y' });
    expect(model.getOutputSchema().spec.columns.map(({ name }) => name)).toEqual(['label']);
    await catalog.dropModel('sales.n');
    expect(await catalog.modelExists('sales.n')).toBe(false);
  });
});

describe('tables, views, functions and modules', () => {
  it('are created, listed and dropped', async () => {
    const schema = Schema.newBuilder().column('id', INT()).build();
    const descriptor = TableDescriptor.forConnector('datagen').option('number-of-rows', 2).schema(schema).build();
    expect(await tEnv.createTable('t', descriptor)).toBe(true);
    expect(await tEnv.createTable('t', descriptor, true)).toBe(false);
    tEnv.createTemporaryTable('temporary', descriptor);
    tEnv.createTemporaryView('temporary_view', tEnv.from('t'));
    expect(await tEnv.createView('v', tEnv.sqlQuery('SELECT COUNT(*) AS n FROM t'))).toBe(true);
    expect(await collect(tEnv.from('v'))).toEqual([{ n: 2n }]);
    expect(await tEnv.listTables()).toEqual(['t', 'temporary', 'temporary_view', 'v']);
    expect(await tEnv.listTables('main', 'default_database')).toEqual(['t', 'temporary', 'temporary_view', 'v']);
    expect(await tEnv.listViews()).toEqual(['temporary_view', 'v']);
    expect(await tEnv.listTemporaryTables()).toEqual(['temporary', 'temporary_view']);
    expect(await tEnv.listTemporaryViews()).toEqual(['temporary_view']);
    expect(await tEnv.listMaterializedTables()).toEqual([]);
    const dropped = [
      await tEnv.dropTemporaryView('temporary_view'),
      await tEnv.dropTemporaryView('temporary_view'),
      await tEnv.dropTemporaryTable('temporary'),
      await tEnv.dropView('v'),
      await tEnv.dropTable('t'),
      await tEnv.dropTable('t'),
    ];
    expect(dropped).toEqual([true, false, true, true, true, false]);
    expect(await tEnv.listTables()).toEqual([]);
    // dropped, a table of the program can be made again
    tEnv.createTemporaryTable('temporary', descriptor);
    expect(await tEnv.listTables()).toEqual(['temporary']);
    await tEnv.dropTemporaryTable('temporary');
  });

  it('functions of the program and of Java', async () => {
    const twice = udf({ name: 'twice', args: [INT()], returns: INT() }, (n) => n && n * 2);
    tEnv.createTemporaryFunction('doubled', twice);
    tEnv.createTemporarySystemFunction('doubled_too', twice);
    await tEnv.createFunction('java_fn', 'org.apache.flink.table.planner.utils.Missing');
    await tEnv.createFunction('java_fn', 'org.apache.flink.table.planner.utils.Missing', [], true);
    expect(await tEnv.listUserDefinedFunctions()).toEqual(['doubled', 'doubled_too', 'java_fn']);
    expect(await tEnv.listFunctions()).toEqual(expect.arrayContaining(['doubled', 'upper']));
    expect(await rowsOf(await tEnv.executeSql('SELECT doubled(2) AS a, doubled_too(3) AS b'))).toEqual([
      { a: 4, b: 6 },
    ]);
    expect([
      await tEnv.dropTemporaryFunction('doubled'),
      await tEnv.dropTemporarySystemFunction('doubled_too'),
      await tEnv.dropTemporarySystemFunction('doubled_too'),
      await tEnv.dropFunction('java_fn'),
    ]).toEqual([true, true, false, true]);
  });

  it('modules', async () => {
    expect(await tEnv.listModules()).toEqual(['core']);
    tEnv.unloadModule('core');
    expect(await tEnv.listModules()).toEqual([]);
    tEnv.loadModule('core');
    tEnv.useModules();
    expect(await tEnv.listFullModules()).toEqual([{ name: 'core', used: false }]);
    tEnv.useModules('core');
    expect(await tEnv.listFullModules()).toEqual([{ name: 'core', used: true }]);
  });

  it('words that may follow', async () => {
    expect(await tEnv.getCompletionHints('SELECT * FROM def', 17)).toContain('main.default_database');
  });
});

describe('what is refused', () => {
  it.each<[string, () => Promise<unknown>, string, string]>([
    ['a catalog', () => tEnv.getCatalog('shopp').listDatabases(), 'CATALOG_NOT_FOUND', "Did you mean 'shop'?"],
    ['a database', () => tEnv.getCatalog('shop').getDatabase('sale'), 'DATABASE_NOT_FOUND', "Did you mean 'sales'?"],
    ['a table', () => tEnv.getCatalog('shop').getTable('sales.onee'), 'TABLE_NOT_FOUND', "Did you mean 'one'?"],
    ['a partition', () => tEnv.getCatalog('shop').getPartition('sales.days', { day: 'x' }), 'PARTITION_NOT_FOUND', ''],
    ['a function', () => tEnv.getCatalog('shop').getFunction('sales.g'), 'FUNCTION_UNDEFINED', ''],
    ['a model', () => tEnv.getCatalog('shop').getModel('sales.g'), 'MODEL_NOT_FOUND', ''],
    [
      'a second catalog',
      () => tEnv.createCatalog('shop', CatalogDescriptor.of('shop', { type: 'generic_in_memory' })),
      'ALREADY_EXISTS',
      '',
    ],
    [
      'a catalog of no type',
      () => tEnv.createCatalog('x', CatalogDescriptor.of('x', { type: 'generic_in_memry' })),
      'CONNECTOR_NOT_FOUND',
      'generic_in_memory',
    ],
    [
      'a second database',
      () => tEnv.getCatalog('shop').createDatabase('sales', CatalogDatabase.of({})),
      'ALREADY_EXISTS',
      '',
    ],
    ['a dropped table', () => tEnv.dropTable('nothing', false), 'TABLE_NOT_FOUND', ''],
    [
      'a used catalog',
      async () => {
        tEnv.useCatalog('shopp');
        await tEnv.listTables();
      },
      'CATALOG_NOT_FOUND',
      "Did you mean 'shop'?",
    ],
    [
      'a used database',
      async () => {
        tEnv.useDatabase('defaultdatabase');
        await tEnv.listTables();
      },
      'DATABASE_NOT_FOUND',
      "Did you mean 'default_database'?",
    ],
    [
      'a module',
      async () => {
        tEnv.useModules('cor');
        await tEnv.listTables();
      },
      'MODULE_NOT_FOUND',
      "Did you mean 'core'?",
    ],
    [
      'an unknown module',
      async () => {
        tEnv.loadModule('hive');
        await tEnv.listTables();
      },
      'MODULE_NOT_FOUND',
      '',
    ],
  ])('%s', async (_, work, code, hint) => {
    const error = await refusal(work());
    expect(error.message).toContain(hint);
    expect(error).toMatchObject({ code, source: { file: import.meta.filename } });
  });
});

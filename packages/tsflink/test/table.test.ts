import { describe, expect, it } from 'vitest';
import {
  $,
  DataTypes,
  defineTable,
  listView,
  lit,
  mapView,
  ptf,
  range,
  Schema,
  sql,
  TableDescriptor,
  TableEnvironment,
  tableArg,
  type Untyped,
  udf,
  withAllColumns,
  withColumns,
  withoutColumns,
} from '../src/index.js';
import { Encoder } from '../src/plan/encoder.js';
import { lineOf } from './support/line-of.js';
import { thrownBy } from './support/thrown.js';

const { ARRAY, STRING, BIGINT, DOUBLE, INT, ROW, TIMESTAMP, VARIANT } = DataTypes;
const log = defineTable(
  'access_log',
  { uuid: STRING(), client_ip: STRING(), size: BIGINT() },
  { with: { connector: 'x' } },
);
const tEnv = TableEnvironment.create();
const t = tEnv.from(log);
const untyped: Untyped = t;
const province = udf({ name: 'province', args: [STRING()], returns: STRING() }, (ip) => ip);

describe('plans', () => {
  it('are the same however they are spelled', () => {
    const encode = (table: Untyped) => new Encoder(false).plan(table.relation);
    const a = t.select('uuid', (c) => ({ province: province(c.client_ip) }));
    const b = t.select((c) => [c.uuid, province(c.client_ip).as('province')]);
    const c = t.select($('uuid'), province(t.$.client_ip).as('province'));
    expect(encode(b)).toEqual(encode(a));
    expect(encode(c)).toEqual(encode(a));
    expect(a.columns).toEqual(['uuid', 'province']);
  });

  it('know the columns that withColumns and its like stand for', () => {
    expect(t.select(withColumns('size', 'uuid')).columns).toEqual(['size', 'uuid']);
    expect(t.select(withColumns(range('client_ip', 'size'), 1)).columns).toEqual(['client_ip', 'size', 'uuid']);
    expect(t.select(withColumns(range(2, 3))).columns).toEqual(['client_ip', 'size']);
    expect(t.select(withoutColumns('client_ip'), lit(1).as('n')).columns).toEqual(['uuid', 'size', 'n']);
    expect(t.select(withoutColumns(range(1, 2))).columns).toEqual(['size']);
    expect(t.select(withAllColumns()).columns).toEqual(t.columns);
    expect(t.select(withColumns(range(3, 4))).columns).toEqual(['size']); // Flink refuses it
    expect(untyped.as('a', 'b', 'c').select(withColumns(range('a', 'b'))).columns).toEqual(['a', 'b']);
    expect(() => t.select(withColumns(range('uuid', 'sise' as 'size')))).toThrow("Did you mean 'size'?");
    expect(() => t.select(withAllColumns(), 'uuid')).toThrow("Two columns are named 'uuid'");
  });

  it('hold what is shared once', () => {
    const names = t.select('uuid');
    expect(new Encoder(false).plan(names.unionAll(names).relation).relations).toHaveLength(3);
  });

  it('may be deep', () => {
    let deep: Untyped = t;
    for (let i = 0; i < 20_000; i++) deep = deep.distinct();
    expect(new Encoder(false).plan(deep.relation).relations).toHaveLength(20_001);
  });

  it('list each function once', () => {
    const encoder = new Encoder(false);
    const plan = encoder.plan(t.select((c) => ({ a: province(province(c.uuid)), b: province(c.client_ip) })).relation);
    expect(plan.functions).toHaveLength(1);
    expect(encoder.functions).toHaveLength(1);
  });

  it('match the columns of a union by name', () => {
    const right = t.select('size', 'uuid');
    const union = t.select('uuid', 'size').unionAll(right);
    expect(union.relation.inputs[1]).toMatchObject({
      kind: 'project',
      expressions: [{ name: 'uuid' }, { name: 'size' }],
    });
  });

  it('name a field taken out of a row after the field', () => {
    const rows = tEnv.from(defineTable('r', { r: DataTypes.ROW({ x: INT() }) }, { with: { connector: 'x' } }));
    expect(rows.select((c) => [c.r.get('x')]).columns).toEqual(['x']);
  });
});

describe('what is refused when it is called', () => {
  it.each<[string, () => unknown]>([
    ['select', () => untyped.select('uudi')],
    ['callback', () => untyped.select((c: Untyped) => ({ a: c.uudi.upperCase() }))],
    ['where', () => untyped.where((c: Untyped) => c.uudi.isNull())],
    ['groupBy', () => untyped.groupBy('uudi')],
    ['grouped select', () => untyped.groupBy('uuid').select((c: Untyped) => ({ n: c.uudi.count() }))],
    ['orderBy', () => untyped.orderBy('uudi')],
    ['dropColumns', () => untyped.dropColumns('uudi')],
    ['renameColumns', () => untyped.renameColumns({ uudi: 'x' })],
  ])('a column that is not there: %s', async (_, make) => {
    const error = await thrownBy(make);
    expect(error.code).toBe('COLUMN_NOT_FOUND');
    expect(error.reason).toBe("Column 'uudi' does not exist");
    expect(error.hint).toBe("Did you mean 'uuid'? There are: uuid, client_ip, size.");
    expect(error.source?.file).toBe(import.meta.filename);
  });

  it('names the line of the column, not of the select', async () => {
    const error = await thrownBy(() =>
      untyped.select((c: Untyped) => ({
        good: c.uuid,
        bad: c.sizee, // here: column
      })),
    );
    const line = lineOf(import.meta.filename, 'column');
    expect(error.source?.line).toBe(line);
    expect(error.message.split('\n').at(-1)).toContain(`table.test.ts:${line}:`);
  });

  it('two columns of one name', async () => {
    expect(await thrownBy(() => untyped.select('uuid', $('size').as('uuid')))).toMatchObject({
      code: 'COLUMN_DUPLICATE',
    });
    expect(await thrownBy(() => untyped.join(untyped))).toMatchObject({ code: 'COLUMN_DUPLICATE' });
  });

  it('a sink with other columns', async () => {
    const sink = defineTable('sink', { uuid: STRING(), total: BIGINT() }, { with: { connector: 'x' } });
    const error = await thrownBy(() => untyped.select('uuid', $('size').as('totl')).executeInsert(sink));
    expect(error).toMatchObject({ code: 'SCHEMA_MISMATCH', hint: "Did you mean 'totl'? There are: uuid, totl." });
  });

  it('limits that are no numbers of rows', async () => {
    expect(await thrownBy(() => t.limit(-1))).toMatchObject({ code: 'ARGUMENT_INVALID' });
    expect(await thrownBy(() => t.fetch(1.5))).toMatchObject({ code: 'ARGUMENT_INVALID' });
  });
});

describe('tables of the program', () => {
  it('know their columns', () => {
    const clicks = defineTable(
      'clicks',
      { ts: TIMESTAMP(3), n: INT() },
      {
        with: { connector: 'datagen', 'rows-per-second': 5 },
        watermark: { column: 'ts', as: (c) => c.ts.minus(lit(5).seconds()) },
        computed: (c) => ({ twice: c.n.times(2) }),
        primaryKey: ['n'],
      },
    );
    expect(clicks.columnNames).toEqual(['ts', 'n', 'twice']);
    expect(clicks.sinkColumns).toEqual(['ts', 'n']);
    expect(clicks.definition.options).toEqual({ connector: 'datagen', 'rows-per-second': '5' });
    expect(String(clicks)).toBe('clicks (ts TIMESTAMP(3), n INT)');
  });

  it('have a path whose parts may be any words', () => {
    expect(defineTable('db.order', {}, { with: { connector: 'x' } }).path).toBe('`db`.`order`');
  });

  it('can be built as in Flink', () => {
    const schema = Schema.newBuilder()
      .column('id', BIGINT())
      .columnByExpression('next', (c) => c.id.plus(1))
      .primaryKey('id')
      .build();
    const { definition } = TableDescriptor.forConnector('datagen').schema(schema).option('number-of-rows', 5).build();
    expect(definition).toMatchObject({
      columns: [
        { kind: 'physical', name: 'id', type: { root: 'BIGINT' } },
        { kind: 'computed', name: 'next' },
      ],
      primaryKey: { columns: ['id'] },
      options: { connector: 'datagen', 'number-of-rows': '5' },
    });
  });

  it('need a schema', async () => {
    const bare = TableDescriptor.forConnector('x').build();
    expect(await thrownBy(() => tEnv.createTemporaryTable('bare', bare))).toMatchObject({ code: 'ARGUMENT_INVALID' });
    expect(await thrownBy(() => tEnv.from(bare))).toMatchObject({ code: 'ARGUMENT_INVALID' });
  });
});

describe('SQL with values', () => {
  it('quotes them', () => {
    const query = tEnv.sqlQuery({
      a: BIGINT(),
    })`SELECT COUNT(*) AS a FROM ${log} WHERE ${province}(client_ip) = ${"O'Hara"} AND ${sql.id('x`y')} > ${5n} AND d < ${0.5} AND e = ${new Uint8Array([1, 255])}`;
    expect(query.relation).toMatchObject({
      text: "SELECT COUNT(*) AS a FROM `access_log` WHERE `province`(client_ip) = 'O''Hara' AND `x``y` > 5 AND d < 5e-1 AND e = X'01ff'",
      expected: [{ name: 'a' }],
    });
    expect(query.columns).toEqual(['a']);
  });

  it('takes tables as views, each once', () => {
    const view = t.select('uuid');
    const { relation } = tEnv.sqlQuery`SELECT * FROM ${view} UNION ALL SELECT * FROM ${view}`;
    if (relation.kind !== 'sqlQuery') throw new TypeError(relation.kind);
    expect(relation.views).toHaveLength(1);
    expect(relation.inputs).toEqual([view.relation]);
  });

  it('takes pieces', () => {
    const condition = sql`size > ${10}`;
    expect(tEnv.sqlQuery`SELECT 1 FROM x WHERE ${condition}`.relation).toMatchObject({
      text: 'SELECT 1 FROM x WHERE size > 10',
    });
  });
});

describe('functions', () => {
  it('are the contract of the runtime', () => {
    const f = udf(
      { name: 'f', args: { s: STRING(), n: INT().notNull() }, returns: DOUBLE(), onNull: 'return-null' },
      ({ s, n }) => s.length + n,
    );
    expect(f.udf).toMatchObject({
      kind: 'scalar',
      name: 'f',
      parameters: [
        { name: 's', type: { root: 'VARCHAR', nullable: true } },
        { name: 'n', type: { root: 'INTEGER', nullable: false } },
      ],
      returns: { root: 'DOUBLE' },
      deterministic: true,
      onNull: 'return-null',
      namedArguments: true,
      methods: [],
    });
    expect(f.udf.source.position?.file).toBe(import.meta.filename);
  });

  it('need a name', async () => {
    expect(await thrownBy(() => udf({ args: [], returns: INT() }, () => 1))).toMatchObject({
      code: 'FUNCTION_NAME_MISSING',
    });
    expect(
      udf({ args: [], returns: INT() }, function one() {
        return 1;
      }).udf.name,
    ).toBe('one');
  });

  it('are functions, objects with eval, or classes of such objects', async () => {
    class Shout {
      readonly #mark: string;
      constructor(mark = '!') {
        this.#mark = mark;
      }
      open(): void {}
      eval(text: string | null): string {
        return text + this.#mark;
      }
    }
    const options = { args: [STRING()], returns: STRING() } as const;
    expect(udf(options, Shout).udf).toMatchObject({ name: 'Shout', methods: ['open', 'eval'], fn: Shout });
    expect(udf(options, new Shout('?')).udf).toMatchObject({ name: 'Shout', methods: ['open', 'eval'] });
    const object = { eval: (text: string | null) => text, close() {} };
    expect(udf({ ...options, name: 'same' }, object).udf).toMatchObject({ methods: ['eval', 'close'], fn: object });
    expect(udf({ ...options, name: 'far', engine: 'process' }, (text) => text).udf).toMatchObject({
      engine: 'process',
    });
    const elsewhere: Untyped = 'elsewhere';
    expect(await thrownBy(() => udf({ ...options, name: 'e', engine: elsewhere }, (text) => text))).toMatchObject({
      code: 'FUNCTION_INVALID',
      reason: "The function e asks for the engine 'elsewhere'",
    });
    const wrong: Untyped = { call: () => '' };
    expect(await thrownBy(() => udf({ ...options, name: 'w' }, wrong))).toMatchObject({
      code: 'FUNCTION_INVALID',
      reason: 'The function w cannot be called: the object has no method eval()',
    });
  });

  it('are process table functions, whose state Flink can compare', async () => {
    const args = { t: tableArg({ semantics: 'set' }) };
    const kept = {
      list: listView(ARRAY(VARIANT())),
      map: mapView(VARIANT(), INT()),
      value: { x: ROW({ v: VARIANT() }) },
    };
    for (const [name, state] of Object.entries(kept)) {
      const error = await thrownBy(() => ptf({ name: 'p', args, state: { [name]: state }, returns: INT() }, () => []));
      expect(error).toMatchObject({ code: 'FUNCTION_INVALID', reason: `The state '${name}' has a VARIANT in it` });
    }
  });

  it('check the number of arguments', async () => {
    const call: Untyped = province;
    const error = await thrownBy(() => call('a', 'b'));
    expect(error).toMatchObject({
      code: 'ARGUMENT_INVALID',
      reason: 'province(arg0) takes 1 arguments: 2 arguments were given',
    });
  });

  it('give literals the types of their parameters', () => {
    const f = udf({ name: 'f', args: [DOUBLE()], returns: DOUBLE() }, (x) => x);
    const project = t.select(() => ({ x: f(1) })).relation;
    expect(project).toMatchObject({
      expressions: [{ expression: { args: [{ type: { root: 'DOUBLE' }, value: { value: 1 } }] } }],
    });
  });
});

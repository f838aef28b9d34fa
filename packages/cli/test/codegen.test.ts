import { DataTypes, type TableDefinition } from 'tsflink';
import { describe, expect, it } from 'vitest';
import { moduleSource } from '../src/codegen/module-source.js';
import { Names } from '../src/codegen/names.js';
import { isSecret, variableOf } from '../src/codegen/secrets.js';
import { splitStatements } from '../src/codegen/split-statements.js';
import type { TableDescription } from '../src/codegen/table-description.js';
import { typeSource } from '../src/codegen/type-source.js';
import { run } from '../src/program.js';

const D = DataTypes;
const none = { primaryKey: undefined, distribution: undefined, watermark: undefined, comment: undefined };
const table = (
  name: string,
  rest: Partial<TableDescription> & { options: TableDefinition['options'] },
): TableDescription => ({
  ...none,
  path: name,
  name,
  columns: [{ kind: 'physical', name: 'id', type: D.BIGINT().notNull().node }],
  ...rest,
});

describe('a script', () => {
  it('is parted at the semicolons that part statements', () => {
    expect(
      splitStatements(`-- first; not yet
        SELECT 'a;b', \`c;d\` /* e;f */; ;
        SELECT 'it''s;' -- end;
      `),
    ).toEqual(["-- first; not yet\n        SELECT 'a;b', `c;d` /* e;f */", "SELECT 'it''s;' -- end;"]);
    expect(splitStatements('-- nothing;\n')).toEqual([]);
  });
});

describe('a type', () => {
  it.each([
    'BIGINT().notNull()',
    'DECIMAL(10, 2)',
    'CHAR(3)',
    'VARCHAR(9)',
    'STRING()',
    'BINARY(3)',
    'VARBINARY(9)',
    'BYTES()',
    'TIME(0)',
    'TIMESTAMP(9)',
    'TIMESTAMP_LTZ(3)',
    'INTERVAL(YEAR(4), MONTH())',
    'INTERVAL(DAY(3), SECOND(6))',
    'MAP(STRING().notNull(), ARRAY(INT()))',
    'MULTISET(STRING())',
    "ROW({ a: BOOLEAN(), 'b c': ROW({ d: DATE().notNull() }) })",
  ])('is written as it is made: %s', (source) => {
    const make = new Function(...Object.keys(D), `return ${source}`);
    expect(typeSource(make(...Object.values(D)).node, new Set())).toBe(source);
  });
});

describe('a module', () => {
  it('defines tables, in doc comments what they are', () => {
    const source = moduleSource(
      [
        table('access_log', {
          comment: "It's all */ here\nand there",
          options: { topic: 'log', connector: 'kafka', 'properties.ssl.truststore.password': 'x' },
        }),
      ],
      [],
    );
    expect(source).toContain("/**\n * It's all *\\/ here\n * and there\n */\nexport const accessLog = defineTable(\n");
    expect(source).toContain(
      ".option('properties.ssl.truststore.password', env('ACCESS_LOG_PROPERTIES_SSL_TRUSTSTORE_PASSWORD'))",
    );
    expect(source).not.toContain("'x'");
    expect(source.indexOf("'properties")).toBeLessThan(source.indexOf("'topic'"));
  });

  it('tells the columns of views, and imports what it uses', () => {
    const time = (timestampKind: 'ROWTIME' | 'REGULAR') => ({ ...D.TIMESTAMP(3).node, timestampKind });
    const views = [
      {
        path: 'seen',
        columns: [
          { name: 'at', type: time('ROWTIME') },
          { name: 'a b', type: time('REGULAR') },
        ],
      },
      { path: 'shop.sales.big', columns: [{ name: 'id', type: D.BIGINT().notNull().node }] },
    ];
    const source = moduleSource([], views);
    expect(source).toContain("import { DataTypes, type ROWTIME, type SchemaOf } from 'tsflink';");
    expect(source).toContain("  'shop.sales.big': {\n    id: BIGINT().notNull(),\n  },\n");
    expect(source).toContain('    seen: SchemaOf<typeof views.seen> & { at: ROWTIME };\n');
    expect(source).toContain("    'shop.sales.big': SchemaOf<typeof views['shop.sales.big']>;\n");
    const both = moduleSource([table('views', { options: { connector: 'blackhole' } })], views);
    expect(both).toContain(
      "import { DataTypes, defineTable, type ROWTIME, Schema, type SchemaOf, TableDescriptor } from 'tsflink';",
    );
    expect(both).toContain('export const tableViews = ');
  });

  it('names every table otherwise', () => {
    const names = new Names();
    expect(
      ['access_log', 'accessLog', 'ORDERS', '2020', 'class', 'a.b-c', 'ärger'].map((name) => names.of(name)),
    ).toEqual(['accessLog', 'accessLog2', 'orders', 'table2020', 'tableClass', 'aBC', 'ärger']);
  });

  it('writes no secret', () => {
    const secrets = ['password', 'fs.s3a.secret.key', 'token', 'x.jaas.config', 'fs.azure.account.key.x'];
    expect(secrets.filter((option) => !isSecret(option, 'x'))).toEqual([]);
    expect(isSecret('url', 'jdbc:mysql://u:p@h/db')).toBe(true);
    expect(isSecret('url', 'jdbc:mysql://h/db?user=a&password=b')).toBe(true);
    expect(isSecret('url', 'jdbc:mysql://h:3306/db')).toBe(false);
    expect(variableOf('access.log', 'password')).toBe('ACCESS_LOG_PASSWORD');
  });
});

describe('the command line', () => {
  const call = async (...args: string[]) => {
    const said = { out: '', err: '' };
    const write = (key: 'out' | 'err') => (text: string) => {
      said[key] += text;
    };
    return { code: await run(args, { out: write('out'), err: write('err') }), ...said };
  };

  it('helps with examples', async () => {
    const { code, out } = await call('codegen', '--help');
    expect(code).toBe(0);
    expect(out).toContain('Examples:\n');
    expect(out).toContain('tsflink codegen --sql tables.sql');
  });

  it('says what was called wrongly', async () => {
    expect(await call('codegn')).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean codegen?') });
    expect(await call('codegen', '--check')).toMatchObject({ code: 2, err: expect.stringContaining('--out') });
  });

  it('says what failed, as JSON if asked', async () => {
    const { code, out } = await call('codegen', '--sql', '/nowhere.sql', '--out', '/tmp/x.ts', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out).error.message).toContain('/nowhere.sql');
  });
});

import { describe, expect, it } from 'vitest';
import {
  DataTypes,
  defineTable,
  FormatDescriptor,
  lit,
  Over,
  PlanReference,
  Schema,
  TableDescriptor,
  TableEnvironment,
  Tumble,
  type Untyped,
} from '../src/index.js';
import { thrownBy } from './support/thrown.js';

const { BIGINT, STRING, TIMESTAMP } = DataTypes;
const clicks = defineTable(
  'clicks',
  { user: STRING(), n: BIGINT(), ts: TIMESTAMP(3) },
  { with: { connector: 'x' }, watermark: { column: 'ts' } },
);
const tEnv = TableEnvironment.create();
const t: Untyped = tEnv.from(clicks);
const window = (time: string, alias = 'w') => Tumble.over(lit(1).hours()).on(time).as(alias);

describe('windows of untyped programs', () => {
  it.each<[string, () => unknown, string, string]>([
    ['on no column', () => t.window(window('tss')), 'COLUMN_NOT_FOUND', "'ts'"],
    ['named as a column', () => t.window(window('ts', 'user')).groupBy('user'), 'COLUMN_DUPLICATE', 'user'],
    ['not among the keys', () => t.window(window('ts')).groupBy('user'), 'GROUPING_INVALID', "groupBy('w', …)"],
    ['of no key', () => t.window(window('ts')).groupBy('w', 'usr'), 'COLUMN_NOT_FOUND', "'user'"],
    ['over no column', () => t.window(Over.partitionBy('usr').orderBy('ts').as('w')), 'COLUMN_NOT_FOUND', "'user'"],
    ['over, named as a column', () => t.window(Over.orderBy('ts').as('n')), 'COLUMN_DUPLICATE', "'n'"],
    ['of no partition', () => t.partitionBy(), 'ARGUMENT_INVALID', 'partitionBy'],
    ['of versions without the key', () => t.createTemporalTableFunction('ts', 'usr'), 'COLUMN_NOT_FOUND', "'user'"],
  ])('%s are refused', async (_, make, code, hint) => {
    expect(await thrownBy(make)).toMatchObject({ code, message: expect.stringContaining(hint) });
  });

  it('have their columns, where these are known', () => {
    const grouped = t
      .window(window('ts'))
      .groupBy('w', 'user')
      .select('user', ($: Untyped) => ({ from: $.w.start() }));
    expect(grouped.columns).toEqual(['user', 'from']);
    const aggregated = t.groupBy('user').aggregate(($: Untyped) => $.n.sum().as('total'));
    expect(aggregated.select('user', 'total').columns).toEqual(['user', 'total']);
  });
});

describe('descriptors', () => {
  it('have what they were given', () => {
    const descriptor = TableDescriptor.forConnector('kafka')
      .schema(
        Schema.newBuilder()
          .fromFields({ id: BIGINT() })
          .columnByMetadata('at', TIMESTAMP(3), 'timestamp', true)
          .build(),
      )
      .format(FormatDescriptor.forFormat('json').option('fail-on-missing-field', true).build(), 'key.format')
      .distributedByHash(4, 'id')
      .partitionedBy('id')
      .comment('c')
      .build();
    expect(descriptor.getOptions()).toEqual({
      connector: 'kafka',
      'key.format': 'json',
      'key.json.fail-on-missing-field': 'true',
    });
    expect(descriptor.getDistribution()).toEqual({ kind: 'hash', buckets: 4, keys: ['id'] });
    expect(descriptor.getPartitionKeys()).toEqual(['id']);
    expect(descriptor.toBuilder().build().getComment()).toBe('c');
  });

  it('say what is wrong with them', async () => {
    const builder: Untyped = Schema.newBuilder();
    expect(await thrownBy(() => builder.withComment('x'))).toMatchObject({ code: 'ARGUMENT_INVALID' });
    expect(await thrownBy(() => builder.column('id', BIGINT()).primaryKey('ids'))).toMatchObject({
      code: 'COLUMN_NOT_FOUND',
    });
    expect(await thrownBy(() => TableDescriptor.forConnector('x').distributedBy())).toMatchObject({
      code: 'ARGUMENT_INVALID',
    });
  });
});

it('plans are read from a file, text or bytes', () => {
  expect(PlanReference.fromJsonString('{}').getContent()).toBe('{}');
  expect(PlanReference.fromSmileBytes(new Uint8Array([58])).getContent()).toEqual(new Uint8Array([58]));
});

import { create } from '@bufbuild/protobuf';
import { describe, expect, it } from 'vitest';
import { DataTypeSchema } from '../src/generated/tsflink/v1/types_pb.js';
import { DataTypes } from '../src/index.js';
import { decodeType, encodeType } from '../src/plan/type.js';
import { thrownBy } from './support/thrown.js';

const D = DataTypes;
const ALL = {
  BOOLEAN: D.BOOLEAN(),
  TINYINT: D.TINYINT(),
  SMALLINT: D.SMALLINT(),
  INT: D.INT(),
  'BIGINT NOT NULL': D.BIGINT().notNull(),
  FLOAT: D.FLOAT(),
  DOUBLE: D.DOUBLE(),
  'DECIMAL(38, 18)': D.DECIMAL(38, 18),
  'CHAR(3)': D.CHAR(3),
  'VARCHAR(20)': D.VARCHAR(20),
  STRING: D.STRING(),
  'BINARY(4)': D.BINARY(4),
  'VARBINARY(8)': D.VARBINARY(8),
  BYTES: D.BYTES(),
  DATE: D.DATE(),
  'TIME(3)': D.TIME(3),
  'TIMESTAMP(0)': D.TIMESTAMP(0),
  'TIMESTAMP_LTZ(9) NOT NULL': D.TIMESTAMP_LTZ(9).notNull(),
  'INTERVAL YEAR TO MONTH': D.INTERVAL(D.YEAR(4), D.MONTH()),
  'INTERVAL DAY TO SECOND': D.INTERVAL(D.DAY(), D.SECOND(3)),
  'MULTISET<STRING>': D.MULTISET(D.STRING()),
  'MAP<STRING NOT NULL, ARRAY<ROW<a INT>>>': D.MAP(D.STRING().notNull(), D.ARRAY(D.ROW({ a: D.INT() }))),
};

describe('types', () => {
  it.each(Object.entries(ALL))('%s', (text, type) => {
    expect(String(type)).toBe(text);
    expect(decodeType(create(DataTypeSchema, encodeType(type.node)))).toEqual(type.node);
  });

  it('are nullable until they are not', () => {
    expect(D.INT().notNull().nullable().node).toEqual(D.INT().node);
  });

  it('carry the JavaScript form', () => {
    const type = D.TIMESTAMP_LTZ(3).bridgedTo('epochMillis');
    expect(decodeType(create(DataTypeSchema, encodeType(type.node)))).toMatchObject({ bridgedTo: 'epochMillis' });
  });

  it.each([
    [() => D.DECIMAL(39), 'The precision of DECIMAL must be an integer from 1 to 38, not 39'],
    [() => D.DECIMAL(5, 6), 'The scale of DECIMAL must be an integer from 0 to 5, not 6'],
    [() => D.CHAR(0), 'The length of a type must be an integer from 1 to 2147483647, not 0'],
    [() => D.TIMESTAMP(10), 'The precision of a time type must be an integer from 0 to 9, not 10'],
  ])('refuse parameters out of range: %s', async (make, message) => {
    const error = await thrownBy(make);
    expect(error.code).toBe('TYPE_INVALID');
    expect(error.reason).toBe(message);
  });

  it('refuse names of digits, whose place JavaScript does not keep', async () => {
    const error = await thrownBy(() => D.ROW({ b: D.INT(), 1: D.INT() }));
    expect(error.code).toBe('COLUMN_NAME_INVALID');
    expect(error.hint).toContain("'c1'");
  });
});

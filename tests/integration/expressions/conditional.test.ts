import {
  and,
  call,
  callSql,
  coalesce,
  DataTypes,
  EnvironmentSettings,
  greatest,
  type INT,
  ifThenElse,
  least,
  not,
  nullOf,
  or,
  type STRING,
  TableEnvironment,
  typeOf,
} from 'tsflink';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { nastyValues } from './nasty-values.js';
import { expectSameAsSql } from './same-as-sql.js';

describe.each([
  ['batch', EnvironmentSettings.inBatchMode()],
  ['streaming', EnvironmentSettings.inStreamingMode()],
])('in %s, conditions and conversions are those of SQL', (_, settings) => {
  let tEnv: TableEnvironment;
  beforeAll(() => {
    tEnv = TableEnvironment.create(settings);
  });
  afterAll(() => tEnv.close());

  it('of all kinds', async () => {
    const table = nastyValues(tEnv).select('id', ($) => ({
      and: and($.yes, $.i.isGreater(0), true),
      or: or($.yes, $.i.isNull()),
      not: not($.yes),
      andMethod: $.yes.and($.i.isLess(5)),
      orMethod: $.yes.or(false),
      notMethod: $.yes.not(),
      isTrue: $.yes.isTrue(),
      isFalse: $.yes.isFalse(),
      isNotTrue: $.yes.isNotTrue(),
      isNotFalse: $.yes.isNotFalse(),
      isNull: $.r.isNull(),
      isNotNull: $.entries.isNotNull(),
      ifThenElse: ifThenElse($.yes, $.i, 0),
      ifThenElseWide: ifThenElse($.yes, $.i, $.b),
      ifThenElseNull: ifThenElse($.yes, null, $.t),
      coalesce: coalesce($.i, $.small, 7),
      coalesceNull: coalesce($.s, $.json),
      ifNull: $.b.ifNull(0),
      greatest: greatest($.i, $.small, 3),
      least: least($.s, $.t),
      greatestMixed: greatest($.i, $.b),
      nullOf: nullOf(DataTypes.BIGINT()),
      typeOf: typeOf($.dec),
      cast: $.i.cast(DataTypes.STRING()),
      castNotNull: $.t.cast(DataTypes.VARCHAR(3)),
      tryCast: $.s.tryCast(DataTypes.INT()),
      castRow: $.r.cast(DataTypes.STRING()),
      as: $.i.as('as'),
      callSql: callSql<INT | null>('i + 1'),
      call: call<STRING | null>('UPPER', $.s),
    }));
    await expectSameAsSql(tEnv, 'nasty', table, {
      id: ['id', 'INT NOT NULL'],
      and: ['yes AND i > 0 AND TRUE', 'BOOLEAN'],
      or: ['yes OR i IS NULL', 'BOOLEAN'],
      not: ['NOT yes', 'BOOLEAN'],
      andMethod: ['yes AND i < 5', 'BOOLEAN'],
      orMethod: ['yes OR FALSE', 'BOOLEAN'],
      notMethod: ['NOT yes', 'BOOLEAN'],
      isTrue: ['yes IS TRUE', 'BOOLEAN NOT NULL'],
      isFalse: ['yes IS FALSE', 'BOOLEAN NOT NULL'],
      isNotTrue: ['yes IS NOT TRUE', 'BOOLEAN NOT NULL'],
      isNotFalse: ['yes IS NOT FALSE', 'BOOLEAN NOT NULL'],
      isNull: ['r IS NULL', 'BOOLEAN NOT NULL'],
      isNotNull: ['entries IS NOT NULL', 'BOOLEAN NOT NULL'],
      ifThenElse: ['CASE WHEN yes THEN i ELSE 0 END', 'INT'],
      ifThenElseWide: ['CASE WHEN yes THEN i ELSE b END', 'BIGINT'],
      ifThenElseNull: ['CASE WHEN yes THEN CAST(NULL AS STRING) ELSE t END', 'STRING'],
      coalesce: ['COALESCE(i, small, 7)', 'INT NOT NULL'],
      coalesceNull: ['COALESCE(s, json)', 'STRING'],
      ifNull: ['IFNULL(b, 0)', 'BIGINT NOT NULL'],
      greatest: ['GREATEST(i, small, 3)', 'INT'],
      least: ['LEAST(s, t)', 'STRING'],
      greatestMixed: ['GREATEST(i, b)', 'BIGINT'],
      nullOf: ['CAST(NULL AS BIGINT)', 'BIGINT'],
      typeOf: ['TYPEOF(`dec`)', 'STRING'],
      cast: ['CAST(i AS STRING)', 'STRING'],
      castNotNull: ['CAST(t AS VARCHAR(3))', 'STRING NOT NULL'],
      tryCast: ['TRY_CAST(s AS INT)', 'INT'],
      castRow: ['CAST(r AS STRING)', 'STRING'],
      as: ['i', 'INT'],
      callSql: ['i + 1', 'INT'],
      call: ['UPPER(s)', 'STRING'],
    });
  });
});

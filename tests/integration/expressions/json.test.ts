import {
  DataTypes,
  EnvironmentSettings,
  ifThenElse,
  JsonQueryWrapper,
  json,
  jsonArray,
  jsonObject,
  jsonString,
  parseJson,
  TableEnvironment,
  tryParseJson,
} from 'tsflink';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { nastyValues } from './nasty-values.js';
import { expectSameAsSql } from './same-as-sql.js';

describe.each([
  ['batch', EnvironmentSettings.inBatchMode()],
  ['streaming', EnvironmentSettings.inStreamingMode()],
])('in %s, the functions of JSON and VARIANT are those of SQL', (_, settings) => {
  let tEnv: TableEnvironment;
  beforeAll(() => {
    tEnv = TableEnvironment.create(settings);
  });
  afterAll(() => tEnv.close());

  it('of all kinds', async () => {
    const table = nastyValues(tEnv).select('id', ($) => ({
      isJson: $.json.isJson(),
      isJsonValue: $.json.isJson('VALUE'),
      isJsonScalar: $.json.isJson('SCALAR'),
      isJsonArray: $.json.isJson('ARRAY'),
      isJsonObject: $.json.isJson('OBJECT'),
      jsonExists: $.json.jsonExists('$.a'),
      jsonExistsTrue: $.json.jsonExists('strict $.a', 'TRUE'),
      jsonExistsFalse: $.json.jsonExists('strict $.a', 'FALSE'),
      jsonExistsUnknown: $.json.jsonExists('strict $.a', 'UNKNOWN'),
      jsonValue: $.json.jsonValue('$.a'),
      jsonValueInt: $.json.jsonValue('$.a', DataTypes.INT()),
      jsonValueDefault: $.json.jsonValue('$.a', DataTypes.INT(), -1),
      jsonValueBoth: $.json.jsonValue('$.s', DataTypes.STRING(), 'DEFAULT', 'empty', 'NULL', null),
      jsonQuery: $.json.jsonQuery('$.b'),
      jsonQueryWrapped: $.json.jsonQuery('$.a', 'UNCONDITIONAL_ARRAY'),
      jsonQueryConditional: $.json.jsonQuery('$.b', JsonQueryWrapper.CONDITIONAL_ARRAY),
      jsonQueryEmpty: $.json.jsonQuery('$.z', 'WITHOUT_ARRAY', 'EMPTY_OBJECT', 'EMPTY_ARRAY'),
      jsonQueryArray: $.json.jsonQuery('$.b', DataTypes.ARRAY(DataTypes.STRING())),
      jsonQueryArrayWrapped: $.json.jsonQuery(
        '$.a',
        DataTypes.ARRAY(DataTypes.STRING()),
        'UNCONDITIONAL_ARRAY',
        'EMPTY_ARRAY',
        'NULL',
      ),
      jsonQuote: $.s.jsonQuote(),
      jsonUnquote: $.json.jsonUnquote(),
      jsonString: jsonString($.r),
      jsonObject: jsonObject('NULL', 'i', $.i, 's', $.s, 'o', jsonObject('ABSENT', 'b', $.b)),
      jsonArray: jsonArray('ABSENT', $.i, $.s, json('[1, 2]')),
      jsonArrayEmpty: jsonArray('NULL'),
      parseJson: parseJson(ifThenElse($.json.isJson(), $.json, 'null')),
      tryParseJson: tryParseJson($.json),
      tryParseJsonTwice: tryParseJson($.json.concat(''), true),
      variantField: tryParseJson(ifThenElse($.json.isJson('OBJECT'), $.json, null))
        .at('b')
        .at(3),
      variantIndex: tryParseJson(ifThenElse($.json.isJson('ARRAY'), $.json, null)).at($.small),
      variantCast: jsonString(tryParseJson(ifThenElse($.json.isJson('OBJECT'), $.json, null)).at('a')).cast(
        DataTypes.INT(),
      ),
    }));
    await expectSameAsSql(tEnv, 'nasty', table, {
      id: ['id', 'INT NOT NULL'],
      isJson: ['json IS JSON', 'BOOLEAN NOT NULL'],
      isJsonValue: ['json IS JSON VALUE', 'BOOLEAN NOT NULL'],
      isJsonScalar: ['json IS JSON SCALAR', 'BOOLEAN NOT NULL'],
      isJsonArray: ['json IS JSON ARRAY', 'BOOLEAN NOT NULL'],
      isJsonObject: ['json IS JSON OBJECT', 'BOOLEAN NOT NULL'],
      jsonExists: ["JSON_EXISTS(json, '$.a')", 'BOOLEAN'],
      jsonExistsTrue: ["JSON_EXISTS(json, 'strict $.a' TRUE ON ERROR)", 'BOOLEAN'],
      jsonExistsFalse: ["JSON_EXISTS(json, 'strict $.a' FALSE ON ERROR)", 'BOOLEAN'],
      jsonExistsUnknown: ["JSON_EXISTS(json, 'strict $.a' UNKNOWN ON ERROR)", 'BOOLEAN'],
      jsonValue: ["JSON_VALUE(json, '$.a')", 'STRING'],
      jsonValueInt: ["JSON_VALUE(json, '$.a' RETURNING INT)", 'INT'],
      jsonValueDefault: ["JSON_VALUE(json, '$.a' RETURNING INT DEFAULT -1 ON EMPTY DEFAULT -1 ON ERROR)", 'INT'],
      jsonValueBoth: ["JSON_VALUE(json, '$.s' RETURNING STRING DEFAULT 'empty' ON EMPTY NULL ON ERROR)", 'STRING'],
      jsonQuery: ["JSON_QUERY(json, '$.b')", 'STRING'],
      jsonQueryWrapped: ["JSON_QUERY(json, '$.a' WITH UNCONDITIONAL ARRAY WRAPPER)", 'STRING'],
      jsonQueryConditional: ["JSON_QUERY(json, '$.b' WITH CONDITIONAL ARRAY WRAPPER)", 'STRING'],
      jsonQueryEmpty: [
        "JSON_QUERY(json, '$.z' WITHOUT ARRAY WRAPPER EMPTY OBJECT ON EMPTY EMPTY ARRAY ON ERROR)",
        'STRING',
      ],
      jsonQueryArray: ["JSON_QUERY(json, '$.b' RETURNING ARRAY<STRING>)", 'ARRAY<STRING>'],
      jsonQueryArrayWrapped: [
        "JSON_QUERY(json, '$.a' RETURNING ARRAY<STRING> WITH UNCONDITIONAL ARRAY WRAPPER EMPTY ARRAY ON EMPTY NULL ON ERROR)",
        'ARRAY<STRING>',
      ],
      jsonQuote: ['JSON_QUOTE(s)', 'STRING'],
      jsonUnquote: ['JSON_UNQUOTE(json)', 'STRING'],
      jsonString: ['JSON_STRING(r)', 'STRING'],
      jsonObject: [
        "JSON_OBJECT('i' VALUE i, 's' VALUE s, 'o' VALUE JSON_OBJECT('b' VALUE b ABSENT ON NULL) NULL ON NULL)",
        'STRING NOT NULL',
      ],
      jsonArray: ["JSON_ARRAY(i, s, JSON('[1, 2]') ABSENT ON NULL)", 'STRING NOT NULL'],
      jsonArrayEmpty: ['JSON_ARRAY()', 'STRING NOT NULL'],
      parseJson: ["PARSE_JSON(CASE WHEN json IS JSON THEN json ELSE 'null' END)", 'VARIANT'],
      tryParseJson: ['TRY_PARSE_JSON(json)', 'VARIANT'],
      tryParseJsonTwice: ["TRY_PARSE_JSON(CONCAT(json, ''), TRUE)", 'VARIANT'],
      variantField: ["TRY_PARSE_JSON(CASE WHEN json IS JSON OBJECT THEN json END)['b'][3]", 'VARIANT'],
      variantIndex: ['TRY_PARSE_JSON(CASE WHEN json IS JSON ARRAY THEN json END)[small]', 'VARIANT'],
      variantCast: [
        "CAST(JSON_STRING(TRY_PARSE_JSON(CASE WHEN json IS JSON OBJECT THEN json END)['a']) AS INT)",
        'INT',
      ],
    });
  });
});

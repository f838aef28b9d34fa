import { array, avg, count, jsonArrayAgg, jsonObjectAgg, max, min, sum } from 'tsflink';
import { aggregates } from './family.js';

/** Aggregates. */
export const aggregate = aggregates(($) => ({
  count: $.s.count(),
  countFunction: count($.s),
  sum: $.small.sum(),
  sumDec: sum($.dec),
  avg: $.small.avg(),
  avgDec: avg($.dec),
  min: $.date.min(),
  max: max($.t),
  minFunction: min($.i),
  stddevPop: $.small.stddevPop(),
  stddevSamp: $.f.sign().stddevSamp(),
  varPop: $.small.varPop(),
  varSamp: $.d.sign().varSamp(),
  collect: $.small.collect(),
  listAgg: $.texts.at(1).listAgg(),
  listAggSeparator: $.texts.at(1).listAgg('; '),
  arrayAgg: $.small.arrayAgg(),
  firstValue: $.small.firstValue(),
  lastValue: $.small.lastValue(),
  percentile: $.small.percentile(0.5),
  percentiles: $.small.percentile(array(0.25, 0.75)),
  percentileFrequency: $.small.percentile(0.5, 2),
  jsonArrayAgg: jsonArrayAgg('ABSENT', $.small),
  jsonArrayAggNull: jsonArrayAgg('NULL', $.small),
  jsonObjectAgg: jsonObjectAgg('NULL', $.t, $.i),
  jsonObjectAggAbsent: jsonObjectAgg('ABSENT', $.t, $.i),
}))({
  count: ['COUNT(s)', 'BIGINT NOT NULL'],
  countFunction: ['COUNT(s)', 'BIGINT NOT NULL'],
  sum: ['SUM(small)', 'INT'],
  sumDec: ['SUM(`dec`)', 'DECIMAL'],
  avg: ['AVG(small)', 'INT'],
  avgDec: ['AVG(`dec`)', 'DECIMAL'],
  min: ['MIN(`date`)', 'DATE'],
  max: ['MAX(t)', 'STRING NOT NULL'],
  minFunction: ['MIN(i)', 'INT'],
  stddevPop: ['STDDEV_POP(small)', 'INT'],
  stddevSamp: ['STDDEV_SAMP(SIGN(f))', 'FLOAT'],
  varPop: ['VAR_POP(small)', 'INT'],
  varSamp: ['VAR_SAMP(SIGN(d))', 'DOUBLE'],
  collect: ['COLLECT(small)', 'MULTISET<INT> NOT NULL'],
  listAgg: ['LISTAGG(texts[1])', 'STRING'],
  listAggSeparator: ["LISTAGG(texts[1], '; ')", 'STRING'],
  arrayAgg: ['ARRAY_AGG(small)', 'ARRAY<INT>'],
  firstValue: ['FIRST_VALUE(small)', 'INT'],
  lastValue: ['LAST_VALUE(small)', 'INT'],
  percentile: ['PERCENTILE(small, 0.5e0)', 'DOUBLE'],
  percentiles: ['PERCENTILE(small, ARRAY[0.25e0, 0.75e0])', 'ARRAY<DOUBLE>'],
  percentileFrequency: ['PERCENTILE(small, 0.5e0, 2)', 'DOUBLE'],
  jsonArrayAgg: ['JSON_ARRAYAGG(small ABSENT ON NULL)', 'STRING NOT NULL'],
  jsonArrayAggNull: ['JSON_ARRAYAGG(small NULL ON NULL)', 'STRING NOT NULL'],
  jsonObjectAgg: ['JSON_OBJECTAGG(KEY t VALUE i NULL ON NULL)', 'STRING NOT NULL'],
  jsonObjectAggAbsent: ['JSON_OBJECTAGG(KEY t VALUE i ABSENT ON NULL)', 'STRING NOT NULL'],
});

/** Aggregates of distinct values. */
export const distinctAggregate = aggregates(($) => ({
  countDistinct: $.yes.count().distinct(),
  sumDistinct: $.small.sum().distinct(),
}))({
  countDistinct: ['COUNT(DISTINCT yes)', 'BIGINT NOT NULL'],
  sumDistinct: ['SUM(DISTINCT small)', 'INT'],
});

/** Aggregates of bitmaps. */
export const bitmapAggregate = aggregates(($) => ({
  bitmapBuildAgg: $.small.bitmapBuildAgg(),
  bitmapBuildCardinalityAgg: $.small.bitmapBuildCardinalityAgg(),
  bitmapAndAgg: $.ints.bitmapBuild().bitmapAndAgg(),
  bitmapAndCardinalityAgg: $.ints.bitmapBuild().bitmapAndCardinalityAgg(),
  bitmapOrAgg: $.ints.bitmapBuild().bitmapOrAgg(),
  bitmapOrCardinalityAgg: $.ints.bitmapBuild().bitmapOrCardinalityAgg(),
  bitmapXorAgg: $.ints.bitmapBuild().bitmapXorAgg(),
  bitmapXorCardinalityAgg: $.ints.bitmapBuild().bitmapXorCardinalityAgg(),
}))({
  bitmapBuildAgg: ['BITMAP_BUILD_AGG(small)', 'BITMAP'],
  bitmapBuildCardinalityAgg: ['BITMAP_BUILD_CARDINALITY_AGG(small)', 'BIGINT'],
  bitmapAndAgg: ['BITMAP_AND_AGG(BITMAP_BUILD(ints))', 'BITMAP'],
  bitmapAndCardinalityAgg: ['BITMAP_AND_CARDINALITY_AGG(BITMAP_BUILD(ints))', 'BIGINT'],
  bitmapOrAgg: ['BITMAP_OR_AGG(BITMAP_BUILD(ints))', 'BITMAP'],
  bitmapOrCardinalityAgg: ['BITMAP_OR_CARDINALITY_AGG(BITMAP_BUILD(ints))', 'BIGINT'],
  bitmapXorAgg: ['BITMAP_XOR_AGG(BITMAP_BUILD(ints))', 'BITMAP'],
  bitmapXorCardinalityAgg: ['BITMAP_XOR_CARDINALITY_AGG(BITMAP_BUILD(ints))', 'BIGINT'],
});

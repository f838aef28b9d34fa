export { avg, count, max, min, sum } from './aggregate.js';
export { call, callSql, currentDatabase, descriptor } from './call.js';
export { array, arrayJoin, arraySort, map, mapFromArrays, objectOf, row } from './collection.js';
export {
  type ColumnArgument,
  type ColumnRange,
  type OtherColumns,
  range,
  type SomeColumns,
  type TheseColumns,
  withAllColumns,
  withColumns,
  withoutColumns,
} from './columns.js';
export { and, coalesce, greatest, ifThenElse, least, not, nullOf, or, typeOf } from './conditional.js';
export {
  json,
  jsonArray,
  jsonArrayAgg,
  jsonObject,
  jsonObjectAgg,
  jsonString,
  parseJson,
  tryParseJson,
} from './json.js';
export { atan2, e, log, negative, pi, rand, randInteger } from './numeric.js';
export { CURRENT_RANGE, CURRENT_ROW, lag, lead, rowInterval, UNBOUNDED_RANGE, UNBOUNDED_ROW } from './over.js';
export { concat, concatWs, uuid } from './string.js';
export {
  convertTz,
  currentDate,
  currentRowTimestamp,
  currentTime,
  currentTimestamp,
  currentWatermark,
  dateFormat,
  fromUnixtime,
  localTime,
  localTimestamp,
  now,
  proctime,
  sourceWatermark,
  temporalOverlaps,
  timestampDiff,
  toDate,
  toTimestamp,
  toTimestampLtz,
  unixTimestamp,
} from './temporal.js';

/** The names as an object, so that both `'DAY'` and `TimeIntervalUnit.DAY` can be written. */
const members = <const N extends string>(...names: N[]): { readonly [K in N]: K } =>
  Object.fromEntries(names.map((name) => [name, name])) as { readonly [K in N]: K };

/** A unit of `extract`, `floor` and `ceil`; those with `_TO_` are of intervals. Maps to Flink's `TimeIntervalUnit`. */
export const TimeIntervalUnit = members(
  'MILLENNIUM',
  'CENTURY',
  'DECADE',
  'YEAR',
  'YEAR_TO_MONTH',
  'QUARTER',
  'MONTH',
  'WEEK',
  'DAY',
  'DAY_TO_HOUR',
  'DAY_TO_MINUTE',
  'DAY_TO_SECOND',
  'HOUR',
  'HOUR_TO_MINUTE',
  'HOUR_TO_SECOND',
  'MINUTE',
  'MINUTE_TO_SECOND',
  'SECOND',
  'MILLISECOND',
  'MICROSECOND',
  'NANOSECOND',
  'EPOCH',
);
/** The name of a unit. */
export type TimeIntervalUnit = keyof typeof TimeIntervalUnit;

/** A unit of `timestampDiff`. Maps to Flink's `TimePointUnit`. */
export const TimePointUnit = members(
  'YEAR',
  'QUARTER',
  'MONTH',
  'WEEK',
  'DAY',
  'HOUR',
  'MINUTE',
  'SECOND',
  'MILLISECOND',
  'MICROSECOND',
);
/** The name of a unit. */
export type TimePointUnit = keyof typeof TimePointUnit;

/** What `isJson` asks for. Maps to Flink's `JsonType`. */
export const JsonType = members('VALUE', 'SCALAR', 'ARRAY', 'OBJECT');
/** The name of a type. */
export type JsonType = keyof typeof JsonType;

/** What `jsonExists` answers where it cannot tell. Maps to Flink's `JsonExistsOnError`. */
export const JsonExistsOnError = members('TRUE', 'FALSE', 'UNKNOWN', 'ERROR');
/** The name of an answer. */
export type JsonExistsOnError = keyof typeof JsonExistsOnError;

/** What `jsonValue` does where there is no value, or one that does not fit. Maps to `JsonValueOnEmptyOrError`. */
export const JsonValueOnEmptyOrError = members('NULL', 'ERROR', 'DEFAULT');
/** The name of a behaviour. */
export type JsonValueOnEmptyOrError = keyof typeof JsonValueOnEmptyOrError;

/** Whether `jsonQuery` puts what it finds into an array. Maps to Flink's `JsonQueryWrapper`. */
export const JsonQueryWrapper = members('WITHOUT_ARRAY', 'CONDITIONAL_ARRAY', 'UNCONDITIONAL_ARRAY');
/** The name of a behaviour. */
export type JsonQueryWrapper = keyof typeof JsonQueryWrapper;

/** What `jsonQuery` does where there is nothing, or an error. Maps to Flink's `JsonQueryOnEmptyOrError`. */
export const JsonQueryOnEmptyOrError = members('NULL', 'EMPTY_ARRAY', 'EMPTY_OBJECT', 'ERROR');
/** The name of a behaviour. */
export type JsonQueryOnEmptyOrError = keyof typeof JsonQueryOnEmptyOrError;

/** Whether `jsonObject` and the like keep NULLs, or leave them out. Maps to Flink's `JsonOnNull`. */
export const JsonOnNull = members('NULL', 'ABSENT');
/** The name of a behaviour. */
export type JsonOnNull = keyof typeof JsonOnNull;

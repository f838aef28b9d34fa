import type { NUMERIC } from '../../types/casting.js';
import type {
  BIGINT,
  BOOLEAN,
  DATE,
  INT,
  INTERVAL,
  PROCTIME,
  STRING,
  TIME,
  TIMESTAMP,
  TIMESTAMP_LTZ,
} from '../../types/sql-types.js';
import type { Untyped } from '../../types/untyped.js';
import type { NullOf } from '../../types/values.js';
import type { BooleanExpression } from '../boolean-expression.js';
import { callOf } from '../build.js';
import type { Expr } from '../expr.js';
import type { Expression, ScopeOf, TypeOf } from '../expression.js';
import { literal } from '../literal.js';
import type { NumericOperand, Operand } from '../operands.js';
import type { TextOperand } from '../result.js';
import type { TimePointUnit } from '../symbols.js';
import { functionCall } from './function-call.js';

type Of<T, O> = Expr<T | NullOf<TypeOf<O>>, ScopeOf<O>>;
type Timestamp = TIMESTAMP | TIMESTAMP_LTZ;
type Point = Operand<DATE | null> | Operand<TIME | null> | Operand<TIMESTAMP | null> | Operand<TIMESTAMP_LTZ | null>;

/** The date of now, in the session's time zone. */
export const currentDate = (): Expr<DATE, never> => functionCall('currentDate');
/** The time of day of now, in the session's time zone. */
export const currentTime = (): Expr<TIME, never> => functionCall('currentTime');
/** Now: of each row in streaming, of the beginning of the query in batch. */
export const currentTimestamp = (): Expr<TIMESTAMP_LTZ, never> => functionCall('currentTimestamp');
/** The same as {@link currentTimestamp}. */
export const now = (): Expr<TIMESTAMP_LTZ, never> => functionCall('now');
/** Now, of each row, in batch, too. */
export const currentRowTimestamp = (): Expr<TIMESTAMP_LTZ, never> => functionCall('currentRowTimestamp');
/** The time of day of now, in the session's time zone. */
export const localTime = (): Expr<TIME, never> => functionCall('localTime');
/** Date and time of now, in the session's time zone. */
export const localTimestamp = (): Expr<TIMESTAMP, never> => functionCall('localTimestamp');
/** The time at which the row is processed, as a time attribute; Flink's Table API writes it as SQL. */
export const proctime = (): Expr<PROCTIME, never> =>
  callOf({ case: 'function', name: 'callSql' }, [literal('PROCTIME()')]);
/** The watermark of a time attribute; NULL as long as there is none. */
export const currentWatermark = <X extends Expression<Timestamp, Untyped>>(
  rowtime: X,
): Expr<(TypeOf<X> extends TIMESTAMP ? TIMESTAMP : TIMESTAMP_LTZ) | null, ScopeOf<X>> =>
  functionCall('currentWatermark', rowtime);
/** The watermarks of the source, in the schema of a table. */
export const sourceWatermark = (): Expression<TIMESTAMP | TIMESTAMP_LTZ, never> => functionCall('sourceWatermark');

/** Text as a date: of the format `yyyy-MM-dd`, unless given; NULL where it is none. */
export const toDate = <A extends TextOperand, B extends TextOperand = never>(
  text: A,
  format?: B,
): Expr<DATE | null, ScopeOf<A | B>> => functionCall('toDate', text, format);
/** Text as a timestamp: of the format `yyyy-MM-dd HH:mm:ss`, unless given; NULL where it is none. */
export const toTimestamp = <A extends TextOperand, B extends TextOperand = never>(
  text: A,
  format?: B,
): Expr<TIMESTAMP | null, ScopeOf<A | B>> => functionCall('toTimestamp', text, format);
/**
 * A point in time: of epoch seconds (milliseconds, for precision 3), or of text in a format and a time zone (UTC, unless
 * given).
 * @example toTimestampLtz($.epoch_millis, 3)
 */
export function toTimestampLtz<
  A extends NumericOperand | Expression<NUMERIC | null, Untyped>,
  B extends Operand<INT> = never,
>(epoch: A, precision?: B): Expr<TIMESTAMP_LTZ | null, ScopeOf<A | B>>;
export function toTimestampLtz<A extends TextOperand, B extends TextOperand = never, C extends TextOperand = never>(
  text: A,
  format?: B,
  timeZone?: C,
): Expr<TIMESTAMP_LTZ | null, ScopeOf<A | B | C>>;
export function toTimestampLtz(...args: unknown[]): unknown {
  return functionCall('toTimestampLtz', ...args);
}

/** A timestamp, or the text of one, as text of a format of Java's `DateTimeFormatter`. */
export const dateFormat = <A extends Expression<Timestamp | STRING | null, Untyped> | string, B extends TextOperand>(
  timestamp: A,
  format: B,
): Of<STRING, A | B> => functionCall('dateFormat', timestamp, format);
/** How many whole units from one point in time to another. */
export const timestampDiff = <A extends Point, B extends Point>(unit: TimePointUnit, from: A, to: B): Of<INT, A | B> =>
  functionCall('timestampDiff', unit, from, to);
/** Text `yyyy-MM-dd HH:mm:ss` of a time zone as that of another; NULL where it is none. */
export const convertTz = <A extends TextOperand, B extends TextOperand, C extends TextOperand>(
  text: A,
  from: B,
  to: C,
): Expr<STRING | null, ScopeOf<A | B | C>> => functionCall('convertTz', text, from, to);
/** Epoch seconds as text, in the session's time zone; of the format `yyyy-MM-dd HH:mm:ss`, unless given. */
export const fromUnixtime = <A extends NumericOperand, B extends TextOperand = never>(
  epochSeconds: A,
  format?: B,
): Of<STRING, A | B> => functionCall('fromUnixtime', epochSeconds, format);
/** The epoch seconds of now, or of text in the session's time zone; of the format `yyyy-MM-dd HH:mm:ss`, unless given. */
export const unixTimestamp = <A extends TextOperand = never, B extends TextOperand = never>(
  text?: A,
  format?: B,
): Expr<BIGINT | null, ScopeOf<A | B>> => functionCall('unixTimestamp', text, format);
/** Whether two periods overlap, each given by its beginning and its end, or its length. */
export const temporalOverlaps = <
  A extends Point,
  B extends Point | Operand<INTERVAL | null>,
  C extends Point,
  D extends Point | Operand<INTERVAL | null>,
>(
  leftBegin: A,
  leftEnd: B,
  rightBegin: C,
  rightEnd: D,
): BooleanExpression<BOOLEAN | NullOf<TypeOf<A | B | C | D>>, ScopeOf<A | B | C | D>> =>
  functionCall('temporalOverlaps', leftBegin, leftEnd, rightBegin, rightEnd);

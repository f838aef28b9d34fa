import { toNode } from '../expressions/build.js';
import type { Expression, Named } from '../expressions/expression.js';
import type { ExpressionNode } from '../expressions/node.js';
import type { GroupWindowNode } from '../plan/relations/window.js';
import type { BIGINT, INTERVAL } from '../types/sql-types.js';
import type { Untyped } from '../types/untyped.js';
import { columnNode } from './projection.js';

/** A length of time, `lit(10).minutes()`, or a number of rows, `rowInterval(10)`. */
export type WindowLength = Expression<INTERVAL | BIGINT, Untyped>;
/** A time attribute by name, `'ts'`, or as a column: `$('ts')`. */
export type TimeField<T extends string> = T | (Expression & Named<T>);

type Shape = GroupWindowNode['window'];

/**
 * A window to group by, on the column `T` and with the alias `W`. Made by {@link Tumble}, {@link Slide} and
 * {@link Session}. Maps to Flink's `GroupWindow`.
 */
export class GroupWindow<out W extends string = string, out T extends string = string> {
  declare readonly alias: W;
  declare readonly timeField: T;

  constructor(readonly node: GroupWindowNode) {}
}

/** A window that needs a name. Maps to Flink's `TumbleWithSizeOnTime` and its kin. */
export class WindowOnTime<out T extends string> {
  declare readonly timeField: T;

  constructor(
    private readonly shape: Shape,
    private readonly time: ExpressionNode,
  ) {}

  /** Names the window: `groupBy('w')`, `$.w.start()`. */
  as<const W extends string>(alias: W): GroupWindow<W, T> {
    return new GroupWindow({ alias, time: this.time, window: this.shape });
  }
}

/** A window that needs a time attribute. Maps to Flink's `TumbleWithSize`, `SlideWithSizeAndSlide`, `SessionWithGap`. */
export class WindowWithSize {
  constructor(private readonly shape: Shape) {}

  /** The time attribute that tells the window of a row: event time or processing time; in batch, any timestamp. */
  on<const T extends string>(time: TimeField<T>): WindowOnTime<T> {
    return new WindowOnTime(this.shape, typeof time === 'string' ? columnNode(time) : toNode(time));
  }
}

/** A sliding window that needs to know how often it slides. Maps to Flink's `SlideWithSize`. */
export class SlideWithSize {
  constructor(private readonly size: WindowLength) {}

  /** How far a window begins after the one before; less than the size, and the windows overlap. */
  every(slide: WindowLength): WindowWithSize {
    return new WindowWithSize({ case: 'slide', size: toNode(this.size), every: toNode(slide) });
  }
}

/**
 * Windows of one length, one after the other. Maps to Flink's `Tumble`.
 * @example table.window(Tumble.over(lit(10).minutes()).on('ts').as('w')).groupBy('w', 'user')
 */
export const Tumble = {
  /** The length of the windows. */
  over: (size: WindowLength): WindowWithSize => new WindowWithSize({ case: 'tumble', size: toNode(size) }),
};

/**
 * Windows of one length that overlap. Maps to Flink's `Slide`.
 * @example Slide.over(lit(10).minutes()).every(lit(5).minutes()).on('ts').as('w')
 */
export const Slide = {
  /** The length of the windows. */
  over: (size: WindowLength): SlideWithSize => new SlideWithSize(size),
};

/**
 * Windows that end when no row came for a while. Maps to Flink's `Session`.
 * @example Session.withGap(lit(10).minutes()).on('ts').as('w')
 */
export const Session = {
  /** How long no row comes between two windows. */
  withGap: (gap: WindowLength): WindowWithSize => new WindowWithSize({ case: 'session', gap: toNode(gap) }),
};

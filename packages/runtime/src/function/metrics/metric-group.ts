/** A number that goes up and down. Maps to Flink's `Counter`. */
export interface Counter {
  inc(n?: number): void;
  dec(n?: number): void;
  getCount(): number;
}

/** Events, and their rate per second. Maps to Flink's `Meter`. */
export interface Meter {
  markEvent(n?: number): void;
  getCount(): number;
}

/** The distribution of values: count, minimum, maximum, mean and quantiles of the last 1000. Maps to Flink's `Histogram`. */
export interface Distribution {
  update(value: number): void;
}

/**
 * Metrics of a function. What is written to them lies in memory that Flink's reporters read: a count costs no call into
 * Java. Maps to Flink's `MetricGroup`.
 */
export interface MetricGroup {
  /** A counter. */
  counter(name: string): Counter;
  /** A number that is asked for after each batch of rows. */
  gauge(name: string, value: () => number | bigint): void;
  /** A meter; its rate is that of the last so many seconds, 60 if not given. */
  meter(name: string, timeSpanInSeconds?: number): Meter;
  /** A histogram. */
  distribution(name: string): Distribution;
  /** A group below this one; given a value, one of the variable `name`, which reporters may show as label. */
  addGroup(name: string, value?: string): MetricGroup;
  /** The names of the groups that this one is in. */
  getScopeComponents(): readonly string[];
  /** The variables of the scope: `<job_name>`, `<operator_name>` … */
  getAllVariables(): ReadonlyMap<string, string>;
  /** The full name of a metric of this group. */
  getMetricIdentifier(name: string): string;
}

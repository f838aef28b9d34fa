/** What to send; travels to the load process as JSON. */
export interface LoadOptions {
  readonly bootstrapServers: string;
  readonly topic: string;
  /** How many partitions the topic has. */
  readonly partitions: number;
  /** Lines a second; 0 for as many as can be. */
  readonly rate: number;
  /** The lines to send before it ends by itself; without a limit when 0. */
  readonly rows: number;
  /** The share of lines that are not as they should be, from 0 to 1. */
  readonly malformedShare: number;
  readonly seed: number;
}

/** From the load process to its parent, four times a second and at its end. */
export interface LoadReport {
  /** Lines that Kafka has acknowledged. */
  readonly sent: number;
  /** Of these, those that the job is to count. */
  readonly counted: number;
  /** At its end: what the job is to find, a `[province, accessCount, totalDownload, downloadSpeed]` each. */
  readonly expected?: readonly (readonly [string, string, string, number])[];
  /** Why it ended early. */
  readonly error?: string;
}

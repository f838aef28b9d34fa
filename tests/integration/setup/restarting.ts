/** Configuration of a streaming job that takes checkpoints all the time, and starts again once when it fails. */
export const RESTARTING = {
  'execution.checkpointing.interval': '50 ms',
  'restart-strategy.type': 'fixed-delay',
  'restart-strategy.fixed-delay.attempts': '1',
  'restart-strategy.fixed-delay.delay': '1 ms',
} as const;

/** The DDL of a table of the numbers from 1 to 1000, which come while checkpoints are taken. */
export const numbered = (columns = 'n BIGINT NOT NULL') => `CREATE TEMPORARY TABLE numbered (${columns}) WITH (
  'connector' = 'datagen', 'rows-per-second' = '500',
  'fields.n.kind' = 'sequence', 'fields.n.start' = '1', 'fields.n.end' = '1000')`;

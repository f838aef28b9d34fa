/** Levels of the TaskManager's log, the lowest first. */
export const LEVELS = ['TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR'] as const;

/** A level of the log; slf4j's. */
export type LogLevel = (typeof LEVELS)[number];

/** Takes a line of a function's output. */
export type Log = (level: LogLevel, functionName: string, text: string) => void;

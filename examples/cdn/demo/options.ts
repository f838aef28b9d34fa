import { parseArgs } from 'node:util';

/** What `npm run demo` can be told. */
export interface DemoOptions {
  /** Seconds to send lines for. */
  readonly duration: number;
  /** Lines to send at most; without a limit when 0. */
  readonly rows: number;
  /** Lines a second; 0 for as many as can be. */
  readonly rate: number;
  /** The share of lines that are odd or wrong. */
  readonly malformedShare: number;
  readonly seed: number;
  readonly target: 'local' | 'remote';
  /** Runs job-typed.ts instead of job.ts. */
  readonly typed: boolean;
  /** Looks up provinces by HTTP, at a service of its own. */
  readonly async: boolean;
  /** Leaves everything running at the end, until Ctrl-C. */
  readonly keep: boolean;
}

/** How the demo is called. */
export const USAGE = `npm run demo -- [options]

  --duration <seconds>  how long lines are sent (default 30)
  --rows <n>            stop after so many lines, if that is sooner
  --rate <n>            lines a second (default 25000, with --async 1000; 0: as many as can be)
  --malformed <percent> lines that are odd or wrong (default 3)
  --seed <n>            of the lines (default 1)
  --typed               run job-typed.ts instead of job.ts
  --async               look up each province by HTTP, at a service that takes 20 ms and answers in GBK
  --target remote       run the job on a Flink session cluster of separate processes
  --keep                leave everything running at the end, until Ctrl-C`;

/** A call that the demo does not understand. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code = 'INVALID_ARGUMENT';
}

/** Reads the options of a call. Ends the process with the usage when it asks for help or is not understood. */
export function readOptions(args: readonly string[]): DemoOptions {
  try {
    const options = demoOptions(args);
    if (options) return options;
    console.log(USAGE);
    process.exit(0);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n\n${USAGE}`);
    process.exit(2);
  }
}

/**
 * The options of a call; `undefined` when it asks for help.
 *
 * @throws UsageError
 */
export function demoOptions(args: readonly string[]): DemoOptions | undefined {
  const values = parse(args);
  if (values.help) return undefined;
  if (values.target !== 'local' && values.target !== 'remote') {
    throw new UsageError(`--target is 'local' or 'remote', not '${values.target}'.`);
  }
  return {
    duration: number('duration', values.duration),
    rows: number('rows', values.rows),
    rate: number('rate', values.rate ?? (values.async ? '1000' : '25000')),
    malformedShare: number('malformed', values.malformed) / 100,
    seed: number('seed', values.seed),
    target: values.target,
    typed: values.typed,
    async: values.async,
    keep: values.keep,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        duration: { type: 'string', default: '30' },
        rows: { type: 'string', default: '0' },
        rate: { type: 'string' },
        malformed: { type: 'string', default: '3' },
        seed: { type: 'string', default: '1' },
        target: { type: 'string', default: 'local' },
        typed: { type: 'boolean', default: false },
        async: { type: 'boolean', default: false },
        keep: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function number(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value >= 0) return value;
  throw new UsageError(`--${name} is a number that is not negative, not '${text}'.`);
}

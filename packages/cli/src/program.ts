import { Command, CommanderError } from 'commander';
import { FlinkError } from 'tsflink';
import { build } from './commands/build.js';
import { codegen } from './commands/codegen.js';
import { jobs } from './commands/jobs.js';
import { profile } from './commands/profile.js';
import { run as runProgram } from './commands/run.js';
import { worker } from './commands/worker.js';
import { Exit } from './exit.js';

/** Where the command line writes. */
export interface Console {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** What a command adds to the program; `end` says how it ended. */
export type AddCommand = (program: Command, console: Console, end: (code: number) => void) => void;

/** One file of `commands` each. */
const COMMANDS: readonly AddCommand[] = [build, codegen, jobs, profile, runProgram, worker];

/** Runs the command line; gives its exit code: one of {@link Exit}, or that of a program that it runs. Failures are written, as JSON where `--json` asks for it. */
export async function run(args: readonly string[], console: Console): Promise<number> {
  let code: number = Exit.OK;
  const program = new Command('tsflink')
    .description('Apache Flink for TypeScript')
    .exitOverride()
    .enablePositionalOptions()
    .configureOutput({ writeOut: console.out, writeErr: console.err })
    .showSuggestionAfterError();
  for (const add of COMMANDS) {
    add(program, console, (ended) => {
      code = ended;
    });
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (failure) {
    if (failure instanceof CommanderError) return failure.exitCode === 0 ? Exit.OK : Exit.USAGE;
    report(failure, args.includes('--json'), console);
    return Exit.FAILED;
  }
}

function report(failure: unknown, json: boolean, console: Console): void {
  const known = failure instanceof FlinkError;
  const message = failure instanceof Error ? failure.message : String(failure);
  if (json) {
    const error = known
      ? { code: failure.code, message: failure.reason, hint: failure.hint }
      : { code: 'FAILED', message };
    console.out(`${JSON.stringify({ error }, null, 2)}\n`);
    return;
  }
  // where the failure is in our own code says nothing to the user
  const said = known ? [failure.reason, failure.hint].filter(Boolean).join('\n') : message;
  console.err(`error: ${said}\n`);
}

import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { InvalidArgumentError } from 'commander';
import { jobmanagerAddress } from '../cluster/jobmanager-option.js';
import { gather } from '../gather.js';
import type { AddCommand } from '../program.js';

interface Options {
  readonly target?: 'local' | 'remote';
  readonly jobmanager?: string;
  readonly parallelism?: string;
  readonly fromSavepoint?: string;
  readonly allowNonRestoredState?: boolean;
  readonly define: readonly string[];
}

const EXAMPLES = `
Examples:
  tsflink run job.ts
  tsflink run -m flink.example:8081 -p 4 job.ts --day 2026-01-01
  tsflink run -m flink.example:8081 -s s3://bucket/savepoints/savepoint-5d1c… job.ts
  tsflink run -D table.exec.state.ttl=1d job.ts

Options before the program are for Flink, those behind it for the program. What the program sets itself goes before them.
`;

/** `tsflink run`: runs a TypeScript program, with options for Flink. */
export const run: AddCommand = (program, _console, end) => {
  program
    .command('run <program> [arguments...]')
    .description('run a TypeScript program, here or on a cluster')
    .option('-t, --target <target>', 'local: a Flink of its own, the default; remote: a session cluster', target)
    .option('-m, --jobmanager <host:port>', "where the cluster's REST API is; means --target remote")
    .option('-p, --parallelism <number>', 'the parallelism of its jobs')
    .option('-s, --from-savepoint <path>', 'a savepoint or checkpoint that its job goes on from')
    .option('-n, --allow-non-restored-state', 'state of the savepoint may be left that no operator takes')
    .option('-D, --define <key=value>', "an option of Flink's", gather, [])
    .passThroughOptions()
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, args: readonly string[], options: Options) => {
      const properties = [process.env.FLINK_PROPERTIES ?? '', ...propertiesOf(options)].join('\n');
      end(await execute([...process.execArgv, '--import', import.meta.resolve('tsx'), file, ...args], properties));
    });
};

function propertiesOf(options: Options): string[] {
  const { target = options.jobmanager === undefined ? undefined : 'remote' } = options;
  const properties: [key: string, value: string | undefined][] = [
    ['parallelism.default', options.parallelism],
    ['execution.state-recovery.path', options.fromSavepoint],
    ['execution.state-recovery.ignore-unclaimed-state', options.allowNonRestoredState ? 'true' : undefined],
    ['execution.target', target === 'local' ? 'embedded' : target],
  ];
  if (target === 'remote') {
    const { hostname, port } = new URL(`http://${jobmanagerAddress(options.jobmanager)}`);
    properties.push(['rest.address', hostname], ['rest.port', port || '80']);
  }
  const given = properties.filter(([, value]) => value !== undefined).map(([key, value]) => `${key}: ${value}`);
  return [...given, ...options.define.map((define) => define.replace('=', ': '))];
}

/** Runs Node.js as this process would, and gives its exit code; a signal ends it as a shell would say. */
function execute(args: readonly string[], properties: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      stdio: 'inherit',
      env: { ...process.env, FLINK_PROPERTIES: properties },
    });
    // Ctrl-C reaches the program, too: it says how that ends.
    const wait = () => {};
    const pass = (signal: NodeJS.Signals) => child.kill(signal);
    process.on('SIGINT', wait);
    process.on('SIGTERM', pass);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.off('SIGINT', wait);
      process.off('SIGTERM', pass);
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

function target(text: string): string {
  if (text === 'local' || text === 'remote') return text;
  throw new InvalidArgumentError("It is 'local' or 'remote'.");
}

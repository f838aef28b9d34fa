import { Option } from 'commander';
import { JOBMANAGER, JOBMANAGER_HELP, jobmanagerAddress } from '../cluster/jobmanager-option.js';
import { Jobs, type SavepointFormat } from '../cluster/jobs.js';
import { RestClient } from '../cluster/rest-client.js';
import { textTable } from '../cluster/text-table.js';
import type { AddCommand } from '../program.js';

interface Options {
  readonly jobmanager?: string;
  readonly json?: boolean;
}

interface StopOptions extends Options {
  readonly savepoint?: string;
  readonly drain?: boolean;
  readonly format: SavepointFormat;
}

const EXAMPLES = `
Examples:
  tsflink jobs list -m flink.example:8081
  tsflink jobs stop 5d1c… --savepoint s3://bucket/savepoints
  tsflink run job.ts -m flink.example:8081 -s s3://bucket/savepoints/savepoint-5d1c…
`;

const time = (millis: number) => new Date(millis).toISOString().replace('T', ' ').slice(0, 19);

/** `tsflink jobs`: shows and ends the jobs of a cluster. */
export const jobs: AddCommand = (program, console) => {
  const group = program
    .command('jobs')
    .description('show, cancel and stop the jobs of a cluster')
    .addHelpText('after', EXAMPLES);
  const command = (usage: string, description: string) =>
    group
      .command(usage)
      .description(description)
      .option(JOBMANAGER, JOBMANAGER_HELP)
      .option('--json', 'say it as JSON');
  const at = ({ jobmanager }: Options) => new Jobs(new RestClient(jobmanagerAddress(jobmanager)));
  const say = ({ json }: Options, value: unknown, text: string) =>
    console.out(json ? `${JSON.stringify(value, null, 2)}\n` : text);

  command('list', 'the jobs that the cluster knows, the newest first').action(async (options: Options) => {
    const known = await at(options).list();
    const rows = known.map((job) => [job.jid, job.state, time(job['start-time']), job.name]);
    say(options, known, rows.length === 0 ? 'no jobs\n' : textTable(['job', 'state', 'start (UTC)', 'name'], rows));
  });

  command('show <job>', 'a job and its operators').action(async (job: string, options: Options) => {
    const details = await at(options).show(job);
    const rows = details.vertices.map(({ id, status, parallelism, metrics, name }) => [
      id,
      status,
      parallelism,
      metrics['read-records'],
      metrics['write-records'],
      name,
    ]);
    const { name, state } = details;
    const head = `${name}: ${state}, since ${time(details['start-time'])} UTC\n\n`;
    say(options, details, head + textTable(['operator', 'state', 'parallelism', 'rows in', 'rows out', 'name'], rows));
  });

  command('exceptions <job>', 'why tasks of a job failed, the newest first').action(
    async (job: string, options: Options) => {
      const failures = await at(options).exceptions(job);
      const texts = failures.map(
        ({ timestamp, taskName, stacktrace }) => `${time(timestamp)} UTC  ${taskName ?? 'the job'}\n${stacktrace}\n`,
      );
      say(options, failures, texts.length === 0 ? 'no failures\n' : texts.join('\n'));
    },
  );

  command('metrics <job>', 'metrics of a job, or of one of its operators')
    .option('--operator <id>', 'the operator, as tsflink jobs show lists them')
    .option('--name <text>', 'those whose names have the text')
    .action(async (job: string, options: Options & { operator?: string; name?: string }) => {
      const { operator: vertex, name: text } = options;
      const metrics = await at(options).metrics(job, { ...(vertex && { vertex }), ...(text && { text }) });
      const rows = metrics.map(({ id, value }) => [id, value]);
      say(options, metrics, rows.length === 0 ? 'no metrics\n' : textTable(['metric', 'value'], rows));
    });

  command('cancel <job>', 'cancel a job, and wait until it has ended').action(async (job: string, options: Options) => {
    await at(options).cancel(job);
    say(options, { job, state: 'CANCELED' }, `${job} is cancelled\n`);
  });

  const format = () =>
    new Option('--format <format>', 'how the savepoint is written')
      .choices(['CANONICAL', 'NATIVE'])
      .default('CANONICAL');

  command('stop <job>', 'stop a job with a savepoint')
    .option('--savepoint <directory>', 'where it is written; that of the cluster by default')
    .option('--drain', 'windows and timers fire before: for a job that does not go on')
    .addOption(format())
    .action(async (job: string, options: StopOptions) => {
      const savepoint = await at(options).stop(job, options.savepoint, options.drain, options.format);
      say(options, { job, savepoint }, `${savepoint}\n`);
    });

  command('savepoint <job> [directory]', 'take a savepoint of a job that goes on')
    .addOption(format())
    .action(async (job: string, directory: string | undefined, options: StopOptions) => {
      const savepoint = await at(options).savepoint(job, directory, options.format);
      say(options, { job, savepoint }, `${savepoint}\n`);
    });

  command('dispose <savepoint>', 'remove a savepoint').action(async (savepoint: string, options: Options) => {
    await at(options).disposeSavepoint(savepoint);
    say(options, { savepoint, removed: true }, `${savepoint} is removed\n`);
  });
};

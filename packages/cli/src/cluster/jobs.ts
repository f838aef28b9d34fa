import { FlinkError } from 'tsflink';
import type { RestClient } from './rest-client.js';
import { until } from './until.js';

/** A job, as lists have it. Times are in milliseconds. */
export interface JobSummary {
  readonly jid: string;
  readonly name: string;
  readonly state: string;
  readonly 'start-time': number;
  readonly duration: number;
  readonly tasks: Readonly<Record<string, number>>;
}

/** A job with its operators. */
export interface JobDetails extends Omit<JobSummary, 'tasks'> {
  readonly vertices: readonly {
    readonly id: string;
    readonly name: string;
    readonly parallelism: number;
    readonly status: string;
    readonly metrics: Readonly<Record<string, number | boolean>>;
  }[];
}

/** A failure of a job. */
export interface JobFailure {
  readonly timestamp: number;
  readonly taskName: string | null;
  readonly exceptionName: string;
  readonly stacktrace: string;
}

/** A value of a metric, of all subtasks together. */
export interface Metric {
  readonly id: string;
  readonly value: string;
}

/** How savepoints are written. */
export type SavepointFormat = 'CANONICAL' | 'NATIVE';

/** The jobs of a cluster, by its REST API. */
export class Jobs {
  constructor(private readonly rest: RestClient) {}

  /** All that the cluster knows, the newest first. */
  async list(): Promise<readonly JobSummary[]> {
    const { jobs } = await this.rest.call<{ jobs: JobSummary[] }>('GET', '/jobs/overview');
    return jobs.sort((a, b) => b['start-time'] - a['start-time']);
  }

  /** One, with its operators. Throws JOB_NOT_FOUND. */
  show(job: string): Promise<JobDetails> {
    return this.rest.call('GET', `/jobs/${job}`);
  }

  /** Its failures, the newest first. */
  async exceptions(job: string): Promise<readonly JobFailure[]> {
    const path = `/jobs/${job}/exceptions?maxExceptions=20`;
    const { exceptionHistory } = await this.rest.call<{ exceptionHistory: { entries: JobFailure[] } }>('GET', path);
    return exceptionHistory.entries;
  }

  /** The metrics of the job, or of one operator, whose names hold the text. */
  async metrics(job: string, { vertex, text = '' }: { vertex?: string; text?: string }): Promise<readonly Metric[]> {
    const path = `/jobs/${job}${vertex === undefined ? '' : `/vertices/${vertex}`}/metrics`;
    const known = await this.rest.call<{ id: string }[]>('GET', path);
    const chosen = known.map(({ id }) => id).filter((id) => id.toLowerCase().includes(text.toLowerCase()));
    if (chosen.length === 0) return [];
    return this.rest.call('GET', `${path}?get=${chosen.map(encodeURIComponent).join(',')}`);
  }

  /** Cancels it, and waits until it has ended. */
  async cancel(job: string): Promise<void> {
    const { state } = await this.show(job);
    if (ENDED.includes(state)) throw notRunning(job, state);
    await this.rest.call('PATCH', `/jobs/${job}?mode=cancel`);
    await until(`job ${job} has ended`, async () => ENDED.includes((await this.show(job)).state) || undefined);
  }

  /** Stops it with a savepoint, whose path it gives. */
  async stop(job: string, targetDirectory?: string, drain = false, formatType = 'CANONICAL'): Promise<string> {
    return this.#savepoint(job, 'stop', { targetDirectory, drain, formatType });
  }

  /** Takes a savepoint, whose path it gives. */
  async savepoint(job: string, targetDirectory?: string, formatType = 'CANONICAL'): Promise<string> {
    return this.#savepoint(job, 'savepoints', { 'target-directory': targetDirectory, formatType });
  }

  /** Removes a savepoint. Throws SAVEPOINT_FAILED. */
  async disposeSavepoint(path: string): Promise<void> {
    const trigger = await this.rest.call<Trigger>('POST', '/savepoint-disposal', { 'savepoint-path': path });
    await this.#done(`savepoint ${path} is removed`, `/savepoint-disposal/${trigger['request-id']}`);
  }

  async #savepoint(job: string, how: 'stop' | 'savepoints', body: object): Promise<string> {
    const { state } = await this.show(job);
    if (state !== 'RUNNING') throw notRunning(job, state);
    const trigger = await this.rest.call<Trigger>('POST', `/jobs/${job}/${how}`, body);
    const { location = '' } = await this.#done(
      `the savepoint of job ${job} is complete`,
      `/jobs/${job}/savepoints/${trigger['request-id']}`,
    );
    return location;
  }

  #done(what: string, path: string): Promise<Operation> {
    return until(what, async () => {
      const { status, operation } = await this.rest.call<Progress>('GET', path);
      if (status.id !== 'COMPLETED') return undefined;
      const failure = operation?.['failure-cause'];
      if (failure === undefined) return operation ?? {};
      throw new FlinkError('SAVEPOINT_FAILED', causeOf(failure['stack-trace']), {
        cause: new Error(failure['stack-trace']),
      });
    });
  }
}

const ENDED = ['FINISHED', 'CANCELED', 'FAILED'];

interface Trigger {
  readonly 'request-id': string;
}

interface Operation {
  readonly location?: string;
  readonly 'failure-cause'?: { readonly 'stack-trace': string };
}

interface Progress {
  readonly status: { readonly id: 'IN_PROGRESS' | 'COMPLETED' };
  readonly operation?: Operation;
}

const notRunning = (job: string, state: string) =>
  new FlinkError('JOB_NOT_RUNNING', `The job '${job}' is ${state}`, { hint: 'See: tsflink jobs list' });

/** The last cause of a Java stack, without its class. */
function causeOf(stack: string): string {
  const causes = stack.split('\n').filter((line) => !/^\s/.test(line) && line !== '');
  return (causes.at(-1) ?? stack).replace(/^(Caused by: )?([\w.$]+(Exception|Error): )*/, '');
}

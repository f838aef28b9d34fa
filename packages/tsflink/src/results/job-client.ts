import type { Session } from '../environment/session.js';
import { CallSite } from '../source/call-site.js';

/** The state of a job, as Flink's `JobStatus`. */
export type JobStatus =
  | 'INITIALIZING'
  | 'CREATED'
  | 'RUNNING'
  | 'FAILING'
  | 'FAILED'
  | 'CANCELLING'
  | 'CANCELED'
  | 'FINISHED'
  | 'RESTARTING'
  | 'SUSPENDED'
  | 'RECONCILING';

/** Whether a job has ended for good: it is not recovered on another cluster. Maps to Flink's `JobStatus`. */
export function isGloballyTerminalState(status: JobStatus): boolean {
  return status === 'FAILED' || status === 'CANCELED' || status === 'FINISHED';
}

/** Whether a job has ended on this cluster. Maps to Flink's `JobStatus`. */
export function isTerminalState(status: JobStatus): boolean {
  return status === 'SUSPENDED' || isGloballyTerminalState(status);
}

/** How a job ended. Maps to Flink's `JobExecutionResult`. */
export interface JobExecutionResult {
  readonly jobId: string;
  readonly status: JobStatus;
  /** How long it ran, in milliseconds. */
  readonly netRuntime: number;
}

/** How a savepoint is written: `CANONICAL` for any state backend, `NATIVE` for that of the job, faster. */
export type SavepointFormatType = 'CANONICAL' | 'NATIVE';

/** A job of the cluster. Maps to Flink's `JobClient`. */
export class JobClient {
  /** @internal Clients come from results. */
  constructor(
    private readonly session: Session,
    private readonly jobId: string,
    private readonly webUrl: string,
  ) {}

  /** The job's identifier: 32 hexadecimal digits. */
  getJobID(): string {
    return this.jobId;
  }

  /** The address of the web dashboard of the job's cluster; undefined where there is none. */
  getWebInterfaceURL(): string | undefined {
    return this.webUrl || undefined;
  }

  /** What the job does now. */
  getJobStatus(): Promise<JobStatus> {
    return this.session.jobStatus(this.jobId, new CallSite());
  }

  /** Cancels the job. The promise resolves when the cluster has taken the request. */
  cancel(): Promise<void> {
    return this.session.cancelJob(this.jobId, new CallSite());
  }

  /**
   * Keeps the state of the job. Resolves to the savepoint's path when it is complete; rejects with SAVEPOINT_FAILED, or
   * with JOB_NOT_RUNNING.
   * @param savepointDirectory the one of `execution.checkpointing.savepoint-dir` if absent
   */
  triggerSavepoint(savepointDirectory?: string, formatType: SavepointFormatType = 'CANONICAL'): Promise<string> {
    const request = { directory: savepointDirectory, stop: false, advance: false, format: formatType };
    return this.session.savepoint(this.jobId, request, new CallSite());
  }

  /**
   * Stops the job and keeps its state. Resolves to the savepoint's path when both are done; rejects with
   * SAVEPOINT_FAILED, or with JOB_NOT_RUNNING.
   * @param advanceToEndOfEventTime whether windows and timers fire before: for a job that does not go on
   * @param savepointDirectory the one of `execution.checkpointing.savepoint-dir` if absent
   */
  stopWithSavepoint(
    advanceToEndOfEventTime: boolean,
    savepointDirectory?: string,
    formatType: SavepointFormatType = 'CANONICAL',
  ): Promise<string> {
    const request = {
      directory: savepointDirectory,
      stop: true,
      advance: advanceToEndOfEventTime,
      format: formatType,
    };
    return this.session.savepoint(this.jobId, request, new CallSite());
  }

  /**
   * Waits for the end of the job, at most so many milliseconds. Rejects with the job's failure, with JOB_CANCELLED, or
   * with TIMEOUT (the job goes on).
   */
  async getJobExecutionResult(timeoutMillis?: number): Promise<JobExecutionResult> {
    const ended = await this.session.awaitJob(this.jobId, timeoutMillis, new CallSite());
    return { jobId: this.jobId, ...ended };
  }
}

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

/** How a job ended. Maps to Flink's `JobExecutionResult`. */
export interface JobExecutionResult {
  readonly jobId: string;
  readonly status: JobStatus;
}

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
   * Waits for the end of the job, at most so many milliseconds. Rejects with the job's failure, with JOB_CANCELLED, or
   * with TIMEOUT (the job goes on).
   */
  async getJobExecutionResult(timeoutMillis?: number): Promise<JobExecutionResult> {
    const status = await this.session.awaitJob(this.jobId, timeoutMillis, new CallSite());
    return { jobId: this.jobId, status };
  }
}

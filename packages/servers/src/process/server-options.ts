/** Where a server works. */
export interface ServerOptions {
  /** Its data and configuration; made if it is not there. */
  readonly directory: string;
  /** Its log, which errors name. */
  readonly logs: string;
  /** The loopback port to serve on; a free one by default. */
  readonly port?: number;
}

/** What a server of workers is started with. */
export interface WorkerServerOptions {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** What callers must know. */
  readonly token: string;
  /** Undefined for none. */
  readonly tls: TlsOptions | undefined;
  /** How many workers may run at once. */
  readonly maxTasks: number;
  /** How long, in milliseconds, workers may go on when the server is to end. */
  readonly gracePeriod: number;
  /** Where health and metrics are told, over HTTP; undefined for nowhere. */
  readonly status: { readonly host: string; readonly port: number } | undefined;
  /** Takes the lines of the server's own log. */
  readonly log: (line: string) => void;
}

/** Certificates and their keys, PEM. */
export interface TlsOptions {
  readonly cert: Buffer;
  readonly key: Buffer;
  /** Those that certificates of callers must be signed by; undefined if they need none. */
  readonly clientCa: Buffer | undefined;
}

/** Whether only this machine reaches an address. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** What keeps a server from being fetched, started or used. */
export type ServerErrorCode =
  /** No `java` of version 17 or later. */
  | 'JDK_NOT_FOUND'
  /** Maven, which fetches the servers, is not there. */
  | 'MAVEN_NOT_FOUND'
  /** There are no binaries of this server for this operating system or processor. */
  | 'PLATFORM_UNSUPPORTED'
  /** A file could not be fetched: no network, or not in the registry. */
  | 'DOWNLOAD_FAILED'
  /** A file is not the one whose SHA-256 sum is pinned. */
  | 'CHECKSUM_MISMATCH'
  /** The disk is full. */
  | 'NO_SPACE'
  /** Another process listens on a port that was asked for. */
  | 'PORT_TAKEN'
  /** The distribution of `jvm/dist` has not been built. */
  | 'DISTRIBUTION_NOT_FOUND'
  /** The process ended, or was not ready in time, while it started. */
  | 'SERVER_NOT_STARTED'
  /** The process ended by itself after it had started. */
  | 'SERVER_ENDED';

/** A server that cannot be had: says why in one sentence, and in `hint` what to do about it. */
export class ServerError extends Error {
  override readonly name = 'ServerError';

  constructor(
    readonly code: ServerErrorCode,
    message: string,
    readonly hint: string,
    options?: ErrorOptions,
  ) {
    super(`${message}\n  ${hint}`, options);
  }
}

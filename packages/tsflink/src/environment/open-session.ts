import { readFile } from 'node:fs/promises';
import type { MessageInitShape } from '@bufbuild/protobuf';
import type { Client } from '@connectrpc/connect';
import { FlinkError } from '../errors/flink-error.js';
import type { Artifact } from '../functions/shipping.js';
import type { Gateway } from '../gateway/gateway.js';
import { keepAlive } from '../gateway/keep-alive.js';
import type { GatewayService, OpenSessionRequestSchema } from '../generated/tsflink/v1/gateway_pb.js';
import type { RowUpload } from '../values/row-upload.js';

/** A session of the gateway. It lives as long as the stream that opened it. */
export class OpenSession {
  readonly client: Client<typeof GatewayService>;
  readonly log: string | undefined;
  private readonly artifacts = new Map<string, Promise<unknown>>();
  private readonly uploads = new Set<string>();

  private constructor(
    gateway: Gateway,
    readonly id: string,
    /** Address of Flink's dashboard; empty where there is none. */
    readonly webUrl: string,
    private readonly life: AbortController,
  ) {
    this.client = gateway.client;
    this.log = gateway.log;
  }

  /** Opens a session. */
  static async open(
    gateway: Gateway,
    settings: MessageInitShape<typeof OpenSessionRequestSchema>,
  ): Promise<OpenSession> {
    const life = new AbortController();
    const responses = gateway.client.openSession(settings, { signal: life.signal })[Symbol.asyncIterator]();
    const first = await keepAlive.during(responses.next());
    if (first.done) throw new FlinkError('INTERNAL', 'The gateway opened no session');
    // the stream is held, and says nothing more; when it breaks, the calls of the session say why
    responses.next().catch(() => {});
    return new OpenSession(gateway, first.value.sessionId, first.value.webUrl, life);
  }

  /** Uploads the artifacts that the session does not have. */
  async ship(artifacts: readonly Artifact[]): Promise<void> {
    await Promise.all(
      artifacts.map((artifact) => {
        const { hash } = artifact;
        const sending = this.artifacts.get(hash) ?? this.put(artifact);
        this.artifacts.set(hash, sending);
        sending.catch(() => this.artifacts.delete(hash));
        return sending;
      }),
    );
  }

  /** Whether rows have to be sent. */
  lacks(rows: RowUpload): boolean {
    return !this.uploads.has(rows.id);
  }

  /** Sends rows; the gateway takes them as fast as it can keep them. */
  async upload(rows: RowUpload): Promise<void> {
    await rows.send(this.id, (messages) => this.client.putRows(messages));
    this.uploads.add(rows.id);
  }

  /** Ends the session. */
  close(): void {
    this.life.abort();
  }

  private async put({ files, ...artifact }: Artifact): Promise<void> {
    const contents = files.map(async ({ path, file }) => ({ path, content: new Uint8Array(await readFile(file)) }));
    await this.client.putArtifact({
      sessionId: this.id,
      artifact: { ...artifact, files: await Promise.all(contents) },
    });
  }
}

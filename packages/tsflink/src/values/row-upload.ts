import { randomUUID } from 'node:crypto';
import { FlinkError } from '../errors/flink-error.js';
import type { CallSite } from '../source/call-site.js';
import type { RowChunk } from './row-chunks.js';

interface Message {
  readonly sessionId: string;
  readonly upload: string;
  readonly rows?: RowChunk['rows'];
  readonly complete?: true;
}

/** Rows that are sent apart from their plan, once: too many for a message, or not there yet. */
export class RowUpload {
  /** Names them in plans. */
  readonly id = randomUUID();
  /** Why they were not sent: rows that come one after the other cannot be read again. */
  private failure: unknown;

  /** @param site the call that gave the rows */
  constructor(
    private readonly chunks: readonly RowChunk[] | AsyncIterable<RowChunk>,
    private readonly site: CallSite,
  ) {}

  /** Sends them. */
  async send(sessionId: string, put: (messages: AsyncIterable<Message>) => Promise<unknown>): Promise<void> {
    if (this.failure !== undefined) throw this.failure;
    let unreadable: FlinkError | undefined;
    try {
      await put(
        this.messages(sessionId, (failure) => {
          unreadable = this.blame(failure);
        }),
      );
    } catch (failure) {
      const why = unreadable ?? failure;
      if (Symbol.asyncIterator in this.chunks) this.failure = why;
      throw why;
    }
  }

  private async *messages(sessionId: string, onFailure: (failure: unknown) => void): AsyncGenerator<Message> {
    const names = { sessionId, upload: this.id };
    yield names;
    for await (const { rows } of this.read(onFailure)) yield { ...names, rows };
    yield { ...names, complete: true };
  }

  /** The pieces. What the gateway refuses comes to `messages`, not here: this is told of failures of the rows only. */
  private async *read(onFailure: (failure: unknown) => void): AsyncGenerator<RowChunk> {
    try {
      yield* this.chunks;
    } catch (failure) {
      onFailure(failure);
      throw failure;
    }
  }

  private blame(failure: unknown): FlinkError {
    if (failure instanceof FlinkError) return failure.at(this.site);
    const message = failure instanceof Error ? failure.message : String(failure);
    return new FlinkError('ROWS_FAILED', `The rows of a table could not be read: ${message}`, {
      hint: 'What the iterable threw is the cause of this error.',
      callSite: this.site,
      cause: failure,
    });
  }
}

import type { FetchResultsResponse } from '../generated/tsflink/v1/gateway_pb.js';

/** The batches of a result: each is asked for when the one before is done with. */
export class ResultStream implements AsyncIterable<FetchResultsResponse['batch']> {
  private readonly batches: AsyncIterator<FetchResultsResponse>;
  private first: Promise<IteratorResult<FetchResultsResponse>> | undefined;

  constructor(
    responses: AsyncIterable<FetchResultsResponse>,
    private readonly abort: AbortController,
    /** Wraps what is awaited: keeps the process alive, and makes errors those of the user's call. */
    private readonly guard: <T>(work: Promise<T>) => Promise<T>,
  ) {
    this.batches = responses[Symbol.asyncIterator]();
  }

  /** Waits for the first batch, or the end. */
  async ready(): Promise<void> {
    this.first ??= this.guard(this.batches.next());
    await this.first;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<FetchResultsResponse['batch'], void> {
    let ended = false;
    try {
      for (;;) {
        const next = this.first ?? this.guard(this.batches.next());
        this.first = undefined;
        const { done, value } = await next;
        if (done) break;
        yield value.batch;
      }
      ended = true;
    } finally {
      // abandons the result where its reader stopped early: the gateway cancels the query
      if (!ended) this.abort.abort();
    }
  }
}

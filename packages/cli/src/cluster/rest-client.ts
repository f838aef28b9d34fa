import { FlinkError } from 'tsflink';

/** How long Flink may take to answer, in milliseconds. */
const TIMEOUT = 30_000;

/** Calls the REST API of a cluster. Throws CLUSTER_UNREACHABLE, JOB_NOT_FOUND, TIMEOUT, or CLUSTER_REFUSED with what Flink says. */
export class RestClient {
  readonly #base: string;

  /** @param address `host:port`, or an address with http:// or https:// before it */
  constructor(readonly address: string) {
    this.#base = /^https?:\/\//.test(address) ? address.replace(/\/$/, '') : `http://${address}`;
  }

  /** What Flink answers, of the type that its documentation says. */
  async call<T>(method: 'GET' | 'POST' | 'PATCH', path: string, body?: object): Promise<T> {
    const response = await this.#fetch(method, path, body);
    const text = await response.text();
    if (response.ok) return parse(text) as T;
    throw refused(path, response.status, text);
  }

  async #fetch(method: string, path: string, body?: object): Promise<Response> {
    try {
      return await fetch(`${this.#base}${path}`, {
        method,
        signal: AbortSignal.timeout(TIMEOUT),
        ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });
    } catch (cause) {
      if (cause instanceof Error && cause.name === 'TimeoutError') {
        throw new FlinkError('TIMEOUT', `The cluster at ${this.address} did not answer within ${TIMEOUT / 1000} s`, {
          cause,
        });
      }
      throw new FlinkError('CLUSTER_UNREACHABLE', `There is no cluster at ${this.address}`, {
        hint: 'Say where with --jobmanager host:port, the address of its REST API and dashboard.',
        cause,
      });
    }
  }
}

const parse = (text: string): unknown => (text === '' ? {} : JSON.parse(text));

function refused(path: string, status: number, text: string): FlinkError {
  const job = /^\/jobs\/([^/?]+)/.exec(path)?.[1];
  if (status === 404 && job !== undefined) {
    return new FlinkError('JOB_NOT_FOUND', `There is no job '${job}' on the cluster`, {
      hint: 'See: tsflink jobs list',
    });
  }
  return new FlinkError('CLUSTER_REFUSED', `Flink refused it: ${firstLine(text)}`, { cause: new Error(text) });
}

function firstLine(text: string): string {
  try {
    const { errors = [] } = JSON.parse(text) as { errors?: string[] };
    const said = errors.at(-1) ?? '';
    return said.replace(/^<Exception on server side:\s*/, '').split('\n', 1)[0] ?? text;
  } catch {
    return text.split('\n', 1)[0] ?? '';
  }
}

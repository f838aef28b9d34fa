import { malformed } from './malformed.js';
import { Random } from './random.js';
import { numberToAddress, ranges } from './ranges.js';

/** A request as the CDN saw it. */
export interface Request {
  readonly uuid: string;
  readonly clientIp: string;
  /** Milliseconds. */
  readonly requestTime: number;
  /** Bytes. */
  readonly responseSize: number;
  readonly uri: string;
}

/** Makes the lines of an access log: `uuid,client_ip,request_time,response_size,uri`. */
export class LineGenerator {
  readonly #random: Random;
  readonly #malformedShare: number;

  /** @param malformedShare the share of lines that are not as they should be, from 0 to 1 */
  constructor(options: { seed: number; malformedShare: number }) {
    this.#random = new Random(options.seed);
    this.#malformedShare = options.malformedShare;
  }

  next(): string {
    const request = this.#request();
    const isMalformed = this.#random.below(1_000_000) < this.#malformedShare * 1_000_000;
    if (isMalformed) return this.#random.pick(malformed)(request, this.#random);
    const { uuid, clientIp, requestTime, responseSize, uri } = request;
    return `${uuid},${clientIp},${requestTime},${responseSize},${uri}`;
  }

  #request(): Request {
    const random = this.#random;
    return {
      uuid: random.uuid(),
      clientIp: this.#address(),
      requestTime: 1 + random.below(2_000),
      responseSize: random.below(5_000_000),
      uri: `https://cdn.example.org/${random.pick(PATHS)}/${random.below(10_000)}`,
    };
  }

  /** One in fifty from nowhere known; of the rest, most from few regions. */
  #address(): string {
    const random = this.#random;
    if (random.below(50) === 0) return numberToAddress(0xc6120000 + random.below(0x20000)); // 198.18.0.0/15
    const skewed = random.below(random.below(ranges.length) + 1);
    const { first, last } = ranges[(skewed * 7) % ranges.length] as { first: number; last: number };
    return numberToAddress(first + random.below(last - first + 1));
  }
}

const PATHS = ['video', 'image', 'script', 'style', 'font', 'download'];

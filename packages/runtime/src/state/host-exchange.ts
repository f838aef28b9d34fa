import type { ProgramHost } from '../program/program.js';

/** Operations that a program may ask its operator for; those of Java's `HostExchange`, `ProcessHost` and views. */
export const Operation = {
  /** Takes the next `number` bytes of what is sent. */
  SEND: 1,
  /** Gives the next bytes of what is received; returns how many. */
  RECEIVE: 2,
  TABLE_SEMANTICS: 18,
  LIST_GET: 20,
  LIST_SET: 21,
  LIST_ADD: 22,
  LIST_REMOVE: 23,
  VIEW_CLEAR: 24,
  MAP_GET: 30,
  MAP_PUT: 31,
  MAP_REMOVE: 32,
  MAP_CONTAINS: 33,
  MAP_ENTRIES: 34,
  MAP_KEYS: 35,
  MAP_VALUES: 36,
  MAP_IS_EMPTY: 37,
} as const;

/** Operations that nobody waits for, where the operator is far: it does them in order. */
const UNANSWERED: ReadonlySet<number> = new Set([
  Operation.LIST_SET,
  Operation.LIST_ADD,
  Operation.VIEW_CLEAR,
  Operation.MAP_PUT,
  Operation.MAP_REMOVE,
]);

/** Calls back whose payload may be larger than the memory that is shared: it goes to and fro in pieces. */
export class HostExchange {
  #memory = new Uint8Array(0);

  constructor(private readonly host: ProgramHost) {}

  /** What views hold, by their numbers, where the operator sent it ahead; another map for each run. */
  get prefetched(): ReadonlyMap<number, Uint8Array> | undefined {
    return this.host.prefetched;
  }

  bind(memory: ArrayBuffer): void {
    this.#memory = new Uint8Array(memory);
  }

  /** Asks, having sent bytes; returns the operator's answer. */
  call(operation: number, number = 0, payload?: Uint8Array): number {
    if (this.host.exchange) {
      const awaits = UNANSWERED.has(operation) ? 'nothing' : 'number';
      return this.host.exchange({ operation, number, payload, awaits }).number;
    }
    if (payload) {
      for (let at = 0; at < payload.length; at += this.#memory.length) {
        const piece = payload.subarray(at, at + this.#memory.length);
        this.#memory.set(piece);
        this.host.call(Operation.SEND, piece.length);
      }
    }
    return this.host.call(operation, number);
  }

  /** Asks for bytes; undefined where the operator has nothing to give. */
  receive(operation: number, number = 0, payload?: Uint8Array): Uint8Array | undefined {
    if (this.host.exchange) {
      const answer = this.host.exchange({ operation, number, payload, awaits: 'bytes' });
      return answer.number < 0 ? undefined : answer.bytes;
    }
    const total = this.call(operation, number, payload);
    if (total < 0) return undefined;
    const received = new Uint8Array(total);
    for (let at = 0; at < total; ) {
      const size = this.host.call(Operation.RECEIVE, 0);
      received.set(this.#memory.subarray(0, size), at);
      at += size;
    }
    return received;
  }
}

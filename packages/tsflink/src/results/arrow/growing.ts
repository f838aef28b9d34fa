/** What typed arrays of numbers and of bigints have in common. */
export interface Numbers<V extends number | bigint> extends ArrayLike<V> {
  [index: number]: V;
  set(values: ArrayLike<V>, offset?: number): void;
  subarray(start: number, end: number): Numbers<V>;
}

/** A typed array that grows. */
export class Growing<V extends number | bigint> {
  private values: Numbers<V>;
  length = 0;

  constructor(private readonly make: new (length: number) => Numbers<V>) {
    this.values = new make(256);
  }

  /** Adds a value. */
  push(value: V): void {
    this.reserve(1);
    this.values[this.length++] = value;
  }

  /** Adds all values of another array. */
  append(values: ArrayLike<V>): void {
    this.reserve(values.length);
    this.values.set(values, this.length);
    this.length += values.length;
  }

  /** The values so far. */
  finish<A extends Numbers<V>>(): A {
    return this.values.subarray(0, this.length) as A;
  }

  private reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.values.length) return;
    const larger = new this.make(Math.max(needed, this.values.length * 2));
    larger.set(this.values);
    this.values = larger;
  }
}

/** A bitmap that grows: of values that are there, or of truth values. */
export class Bits {
  private readonly bytes = new Growing<number>(Uint8Array);
  private last = 0;
  length = 0;
  /** How many bits are not set. */
  unset = 0;

  push(bit: boolean): void {
    const at = this.length++ & 7;
    if (bit) this.last |= 1 << at;
    else this.unset++;
    if (at === 7) this.flush();
  }

  /** The bits so far, padded to whole bytes. */
  finish(): Uint8Array {
    if ((this.length & 7) !== 0) this.flush();
    return this.bytes.finish<Uint8Array>();
  }

  private flush(): void {
    this.bytes.push(this.last);
    this.last = 0;
  }
}

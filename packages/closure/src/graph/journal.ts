/** Writes of several maps, so that an attempt that fails can be undone. */
export class Journal {
  readonly #undo: (() => void)[] = [];

  map<K, V>(): JournaledMap<K, V> {
    return new JournaledMap((undo) => this.#undo.push(undo));
  }

  mark(): number {
    return this.#undo.length;
  }

  /** Undoes all writes since the mark. */
  rollBack(mark: number): void {
    for (const undo of this.#undo.splice(mark).reverse()) undo();
  }
}

/** A map that only grows, but for roll-backs. */
export class JournaledMap<K, V> {
  readonly #map = new Map<K, V>();

  constructor(readonly log: (undo: () => void) => void) {}

  get(key: K): V | undefined {
    return this.#map.get(key);
  }

  has(key: K): boolean {
    return this.#map.has(key);
  }

  keys(): K[] {
    return [...this.#map.keys()];
  }

  /** Returns the value, for chaining. */
  set<W extends V>(key: K, value: W): W {
    const had = this.#map.has(key);
    const before = this.#map.get(key);
    this.#map.set(key, value);
    this.log(() => {
      if (had) this.#map.set(key, before as V);
      else this.#map.delete(key);
    });
    return value;
  }
}

import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writeHeapSnapshot } from 'node:v8';
import type { AnyFunction } from './functions.js';
import type { Inspector } from './inspector.js';

/** The parts of a heap snapshot that are read here. */
interface Snapshot {
  readonly snapshot: {
    readonly meta: { readonly node_fields: string[]; readonly edge_types: [string[], ...unknown[]] };
  };
  readonly nodes: number[];
  readonly edges: number[];
  readonly strings: string[];
}

/** Takes a snapshot by way of a file that only this user can read: the inspector gives none before it returns. */
function takeSnapshot(): Snapshot {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'tsflink-'));
  const file = path.join(dir, 'heap.heapsnapshot');
  try {
    writeHeapSnapshot(file, { exposeNumericValues: true });
    return JSON.parse(fs.readFileSync(file, 'utf8')) as Snapshot;
  } finally {
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

/** An edge is three numbers: type, name, node. */
const EDGE_SIZE = 3;

/**
 * A heap snapshot: it knows what the debugger hides, the identity of the contexts of a closure and the `this` of an
 * arrow function. Slow (tenths of a second), so taken only when nothing else answers.
 */
export class Heap {
  readonly #heap: Snapshot;
  readonly #nodeSize: number;
  readonly #idField: number;
  /** By node: where its edges begin. */
  readonly #firstEdge: Uint32Array;

  constructor(readonly inspector: Inspector) {
    this.#heap = takeSnapshot();
    const fields = this.#heap.snapshot.meta.node_fields;
    this.#nodeSize = fields.length;
    this.#idField = fields.indexOf('id');
    const edgeCount = fields.indexOf('edge_count');
    const { nodes } = this.#heap;
    this.#firstEdge = new Uint32Array(nodes.length / this.#nodeSize + 1);
    for (let node = 0, i = 0; node < nodes.length; node += this.#nodeSize, i++) {
      this.#firstEdge[i + 1] = (this.#firstEdge[i] as number) + (nodes[node + edgeCount] as number);
    }
  }

  /** Whether two closures share the variable: the same activation of the function around them. */
  sharesVariable(a: AnyFunction, b: AnyFunction, name: string): boolean {
    const context = this.#contextWith(a, name);
    return context !== undefined && context === this.#contextWith(b, name);
  }

  /** The `this` that an arrow function has from the method around it. */
  receiver(fn: AnyFunction): { readonly value: unknown } | undefined {
    const context = this.#contextWith(fn, 'this');
    const node = context === undefined ? undefined : this.#target(context, 'context', 'this');
    if (node === undefined) return undefined;
    return { value: this.inspector.heapObject(this.#heap.nodes[node + this.#idField] as number) };
  }

  /** The innermost context of the function that holds the variable. */
  #contextWith(fn: AnyFunction, variable: string): number | undefined {
    let context = this.#target(this.#node(fn), 'internal', 'context');
    while (context !== undefined && this.#target(context, 'context', variable) === undefined) {
      context = this.#target(context, 'internal', 'previous');
    }
    return context;
  }

  #node(value: unknown): number | undefined {
    const id = this.inspector.heapId(value);
    const { nodes } = this.#heap;
    for (let node = 0; node < nodes.length; node += this.#nodeSize) {
      if (nodes[node + this.#idField] === id) return node;
    }
    return undefined;
  }

  #target(node: number | undefined, type: string, name: string): number | undefined {
    if (node === undefined) return undefined;
    const { edges, strings, snapshot } = this.#heap;
    const types = snapshot.meta.edge_types[0];
    const [from, to] = [this.#firstEdge[node / this.#nodeSize] as number, this.#firstEdge[node / this.#nodeSize + 1]];
    for (let i = from; i < (to as number); i++) {
      const [edgeType, edgeName, target] = edges.slice(i * EDGE_SIZE, (i + 1) * EDGE_SIZE) as [number, number, number];
      if (types[edgeType] === type && strings[edgeName] === name) return target;
    }
    return undefined;
  }
}

import { types } from 'node:util';
import type { Entry, GraphNode } from '../graph/nodes.js';
import { classOf, element, inner, type Subject, shortForm } from './context.js';

/** Holes of sparse arrays stay holes. */
const HOLE = { kind: 'literal', code: '' } as const;

export function captureArray(subject: Subject): void {
  const array = subject.value as unknown[];
  const entries = Array.from(array, (item, i) => {
    const child = i in array ? inner(subject, item, `element ${i}`, 'item') : HOLE;
    return element(child, (self) => [`${self}[${i}] = `, child, ';']);
  });
  // A hole at the end needs a comma of its own.
  if (array.length > 0 && !(array.length - 1 in array)) entries.push(element(HOLE, () => []));
  collect(subject, 'Array', 'push', entries);
}

export function captureMap(subject: Subject): void {
  const weak = types.isWeakMap(subject.value);
  const entries = (weak ? weakEntries(subject) : [...Map.prototype.entries.call(subject.value)]).map(([key, value]) => {
    const parts = [
      inner(subject, key, 'map key', 'key'),
      inner(subject, value, `map entry ${shortForm(key)}`, 'value'),
    ] as const;
    return pair(...parts);
  });
  collect(subject, weak ? 'WeakMap' : 'Map', 'set', entries);
}

function pair(key: GraphNode, value: GraphNode): Entry {
  return {
    parts: ['[', key, ', ', value, ']'],
    placeholder: null,
    later: (self) => [`${self}.set(`, key, ', ', value, ');'],
  };
}

export function captureSet(subject: Subject): void {
  const weak = types.isWeakSet(subject.value);
  const items = weak ? weakEntries(subject).map(([, item]) => item) : [...Set.prototype.values.call(subject.value)];
  const entries = items.map((item): Entry => {
    const child = inner(subject, item, 'set element', 'value');
    return { parts: [child], placeholder: null, later: (self) => [`${self}.add(`, child, ');'] };
  });
  collect(subject, weak ? 'WeakSet' : 'Set', 'add', entries);
}

/** `new Map([…])`; for a subclass an empty one, filled by the base's own method, whatever its constructor does. */
function collect(subject: Subject, base: string, method: string, entries: Entry[]): void {
  const { node } = subject;
  const cls = classOf(subject);
  node.entries.push(...entries);
  if (cls) {
    const add = `${base}.prototype.${method}`;
    node.open.push(
      `$fill(Reflect.construct(${base}, [], `,
      cls,
      `), ${add}, ${base === 'Map' || base === 'WeakMap'}, [`,
    );
    node.close = '])';
  } else {
    node.open.push(base === 'Array' ? '[' : `new ${base}([`);
    node.close = base === 'Array' ? ']' : '])';
  }
}

/** The entries of a weak collection, which only the inspector shows. */
function weakEntries({ capture, value }: Subject): [unknown, unknown][] {
  const { objectId, internal } = capture.inspector.mirror(value);
  const entries = capture.inspector.live(internal['[[Entries]]'], objectId) as
    | { key?: unknown; value: unknown }[]
    | undefined;
  return Array.from(entries ?? [], ({ key, value: item }) => [key, item]);
}

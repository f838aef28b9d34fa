import type { Annotation } from '@tsflink/closure';
import { withoutNull } from './type-of.js';

const ROWS = ['Array', 'ReadonlyArray', 'Generator', 'Iterable', 'IterableIterator', 'Set', 'ReadonlySet'];
const ROWS_LATER = ['AsyncGenerator', 'AsyncIterable', 'AsyncIterableIterator'];

/** What is promised; undefined if nothing is. */
export function promised({ name, args }: Annotation): Annotation | undefined {
  return name === 'Promise' || name === 'PromiseLike' ? args[0] : undefined;
}

/** Each of what can be iterated over, or `null`; undefined if it cannot. */
export function rowsOf(type: Annotation): Annotation | undefined {
  const given = withoutNull(type);
  return ROWS.includes(given?.name ?? '') ? given?.args[0] : undefined;
}

/** The same of what comes later. */
export function rowsOfLater(type: Annotation): Annotation | undefined {
  if (ROWS_LATER.includes(type.name ?? '')) return type.args[0];
  const later = promised(type);
  return later && rowsOf(later);
}

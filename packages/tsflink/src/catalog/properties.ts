import type { CatalogObjectInit } from '../plan/operation.js';

/** Properties and a comment in the form in which they travel. */
export function encodeProperties(values: Readonly<Record<string, string>>, comment?: string): CatalogObjectInit {
  return { case: 'properties', value: { values: { ...values }, ...(comment === undefined ? {} : { comment }) } };
}

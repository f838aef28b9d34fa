import type { Untyped } from '../types/untyped.js';

/**
 * Tables known by name. Augment it to make `tEnv.from('name')` typed.
 * @example
 * declare module 'tsflink' {
 *   interface Catalog { access_log: { uuid: STRING | null } }
 * }
 */
// biome-ignore lint/suspicious/noEmptyInterface: programs add to it
export interface Catalog {}

/** The schema of a table by its name. */
export type SchemaByName<K> = K extends keyof Catalog ? Catalog[K] : Untyped;

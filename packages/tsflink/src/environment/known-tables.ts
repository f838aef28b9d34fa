import type { Untyped } from '../types/untyped.js';

/**
 * Tables known by name. Augment it to make `tEnv.from('name')` typed.
 * @example
 * declare module 'tsflink' {
 *   interface KnownTables { access_log: { uuid: STRING | null } }
 * }
 */
// biome-ignore lint/suspicious/noEmptyInterface: programs add to it
export interface KnownTables {}

/** The schema of a table by its name. */
export type SchemaByName<K> = K extends keyof KnownTables ? KnownTables[K] : Untyped;

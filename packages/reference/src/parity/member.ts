import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.js';
import { parseCsv } from './csv.js';

/** Something that Flink has for its users, in Python or in Java. */
export interface Member {
  readonly origin: 'PyFlink' | 'Java';
  /** The class by its full name, or the module of functions. */
  readonly owner: string;
  /** The class by its own name; empty for functions of a module. */
  readonly className: string;
  /** Empty for a class that has none of its own. */
  readonly name: string;
  readonly deprecated: boolean;
}

/** The full name of a member, as rules name it. */
export const pathOf = ({ owner, name }: Member): string => (name === '' ? owner : `${owner}.${name}`);

const parity = join(root, 'tests/parity');

/** Every public member of PyFlink's table and common packages. */
export function pyFlinkMembers(): Member[] {
  return parseCsv(readFileSync(join(parity, 'pyflink-2.3.0.csv'), 'utf8')).map((row) => ({
    origin: 'PyFlink',
    owner: row.class ? `${row.module}.${row.class}` : `${row.module}`,
    className: row.class ?? '',
    name: row.member ?? '',
    deprecated: row.deprecated === 'True',
  }));
}

/** Every public method of the Java classes that a user of the Table API meets; a test of the gateway keeps the list. */
export function javaMembers(): Member[] {
  return parseCsv(readFileSync(join(parity, 'flink-2.3.0.csv'), 'utf8')).map((row) => ({
    origin: 'Java',
    owner: row.class ?? '',
    className: (row.class ?? '').replace(/\.Builder$/, 'Builder').replace(/^.*\./, ''),
    name: row.method ?? '',
    deprecated: row.deprecated === 'true',
  }));
}

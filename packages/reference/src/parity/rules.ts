import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../root.js';

/**
 * What people decided: one file for each area in `tests/parity/reasons`. Keys are full names
 * (`pyflink.table.catalog.Catalog.get_table`, `org.apache.flink.table.catalog.Catalog.getTable`); those of `reasons`
 * may have a `*` for any characters.
 */
export interface Rules {
  /** The exports that stand for a class of Flink, where they are not called the same. */
  readonly classes: ReadonlyMap<string, readonly string[]>;
  /** What stands for a member, where it is not called the same: `member`, `Export.member` or `Export`. */
  readonly members: ReadonlyMap<string, string>;
  /** Why there is no such thing here, in a line. */
  readonly reasons: readonly Reason[];
}

export interface Reason {
  readonly pattern: string;
  readonly text: string;
  readonly file: string;
  readonly matches: (path: string) => boolean;
}

interface RulesFile {
  readonly classes?: Record<string, string | string[]>;
  readonly members?: Record<string, string>;
  readonly reasons?: Record<string, string>;
}

/** Reads the rules of all areas. */
export function readRules(directory = join(root, 'tests/parity/reasons')): Rules {
  const classes = new Map<string, readonly string[]>();
  const members = new Map<string, string>();
  const reasons: Reason[] = [];
  for (const file of readdirSync(directory).sort()) {
    const rules = JSON.parse(readFileSync(join(directory, file), 'utf8')) as RulesFile;
    for (const [name, exports] of Object.entries(rules.classes ?? {})) classes.set(name, [exports].flat());
    for (const [name, target] of Object.entries(rules.members ?? {})) members.set(name, target);
    for (const [pattern, text] of Object.entries(rules.reasons ?? {})) {
      reasons.push({ pattern, text, file: basename(file), matches: matcher(pattern) });
    }
  }
  // the most exact first
  reasons.sort((a, b) => Number(a.pattern.includes('*')) - Number(b.pattern.includes('*')));
  return { classes, members, reasons };
}

function matcher(pattern: string): (path: string) => boolean {
  if (!pattern.includes('*')) return (path) => path === pattern;
  const expression = new RegExp(`^${pattern.split('*').map(quoted).join('.*')}$`);
  return (path) => expression.test(path);
}

const quoted = (text: string) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&');

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Untyped } from 'tsflink';
import {
  AggregatedTable,
  FlatAggregateTable,
  GroupedTable,
  GroupWindowedTable,
  OverWindowedTable,
  PartitionedTable,
  Table,
  WindowGroupedTable,
} from 'tsflink';

/** Flink's tables between operations. */
const CLASSES = {
  Table,
  GroupedTable,
  AggregatedTable,
  FlatAggregateTable,
  GroupWindowedTable,
  WindowGroupedTable,
  OverWindowedTable,
  PartitionedTable,
};
/** What Flink's `Table` has besides operations: it runs a table, or tells of it. */
const NOT_OPERATIONS = /^Table\.(execute|executeInsert|insertInto|explain|print\w+|get\w+)$/;
const LIST = join(import.meta.dirname, '..', '..', 'parity', 'flink-2.3.0.csv');

/** The operations of Flink's tables, as `Class.method`, by the list that the reflection over Flink's classes keeps true. */
export function operations(): string[] {
  const members = readFileSync(LIST, 'utf8')
    .split('\n')
    .map((line) => line.split(','));
  return members
    .filter(([name = '']) => Object.keys(CLASSES).some((known) => name === `org.apache.flink.table.api.${known}`))
    .map(([name = '', method]) => `${name.slice(name.lastIndexOf('.') + 1)}.${method}`)
    .filter((operation) => !NOT_OPERATIONS.test(operation));
}

/** The operations that a program calls itself. */
export function operationsCalled(program: () => void): Set<string> {
  const called = new Set<string>();
  const restore: (() => void)[] = [];
  let depth = 0;
  for (const operation of operations()) {
    const [name, method] = operation.split('.') as [keyof typeof CLASSES, string];
    const prototype: Untyped = CLASSES[name].prototype;
    const original = prototype[method];
    prototype[method] = function (this: unknown, ...args: unknown[]) {
      if (depth === 0) called.add(operation);
      depth++;
      try {
        return original.apply(this, args);
      } finally {
        depth--;
      }
    };
    restore.push(() => {
      prototype[method] = original;
    });
  }
  try {
    program();
  } finally {
    for (const one of restore) one();
  }
  return called;
}

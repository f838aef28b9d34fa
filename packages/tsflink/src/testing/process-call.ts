import type { ProcessSpec, TableSemantics } from '@tsflink/runtime';
import type { Field, TypeNode } from '@tsflink/runtime/codec';
import { FlinkError } from '../errors/flink-error.js';
import type { FunctionDefinition } from '../functions/definition.js';
import type { ProcessArgumentDefinition, ProcessDefinition } from '../functions/process/process-definition.js';
import { fieldsOf } from '../types/data-types.js';
import type { TestedTable } from './process-options.js';
import { specOf } from './spec-of.js';

/** A table of a call under test. */
export interface CalledTable extends TableSemantics {
  readonly name: string;
  readonly columns: readonly Field[];
}

/** A call of a process table function, as its operator knows it. */
export interface ProcessCall {
  readonly spec: ProcessSpec;
  readonly tables: readonly CalledTable[];
}

/** The call of a function whose tables are given so. Throws ARGUMENT_INVALID for what Flink would not plan. */
export function processCall(
  definition: FunctionDefinition,
  given: Readonly<Record<string, TestedTable | undefined>>,
): ProcessCall {
  const { arguments: args, state } = definition.process as ProcessDefinition;
  const tables = args
    .filter(({ traits }) => traits.length > 0)
    .map((argument) => tableOf(definition.name, argument, given[argument.name] ?? {}));
  const unknown = Object.keys(given).find((name) => !tables.some((table) => table.name === name));
  if (unknown !== undefined) throw invalid(definition.name, `has no table '${unknown}'`, 'Name those that it has.');
  const columnsOf = new Map(tables.map(({ name, columns }) => [name, columns]));
  const typeOf = ({ name, type }: ProcessArgumentDefinition): TypeNode => {
    const fields = columnsOf.get(name);
    return fields === undefined ? (type as TypeNode) : { root: 'ROW', nullable: true, fields };
  };
  return {
    tables,
    spec: {
      program: 'process',
      functions: [specOf(definition)],
      constants: [],
      arguments: args.map((argument) => ({ name: argument.name, type: typeOf(argument) })),
      tables: tables.map(({ name }) => name),
      values: state.filter(({ kind }) => kind === 'value').map(({ name, value }) => ({ name, type: value })),
      views: state
        .filter(({ kind }) => kind !== 'value')
        .map(({ name, key, value }) => ({ name, value, ...(key && { key }) })),
    },
  };
}

function tableOf(fn: string, { name, type, traits }: ProcessArgumentDefinition, given: TestedTable): CalledTable {
  const { partitionBy = [], onTime } = given;
  const columns = type?.fields ?? (given.columns && fieldsOf(given.columns));
  if (columns === undefined) {
    throw invalid(fn, `takes a table '${name}' of any columns`, `Say which: { tables: { ${name}: { columns: … } } }.`);
  }
  const isSet = traits.includes('setSemantics');
  if (isSet && partitionBy.length === 0 && !traits.includes('optionalPartitionBy')) {
    const hint = `Say by which columns: { tables: { ${name}: { partitionBy: ['…'] } } }.`;
    throw invalid(fn, `takes a table '${name}' with set semantics, which needs PARTITION BY`, hint);
  }
  if (!isSet && partitionBy.length > 0) {
    throw invalid(
      fn,
      `takes a table '${name}' with row semantics, which has no PARTITION BY`,
      'Leave out partitionBy.',
    );
  }
  if (onTime === undefined && traits.includes('requireOnTime')) {
    const hint = `Say which column: { tables: { ${name}: { onTime: '…' } } }.`;
    throw invalid(fn, `takes a table '${name}', of which the call must say the time`, hint);
  }
  const position = (column: string) => {
    const at = columns.findIndex((field) => field.name === column);
    if (at >= 0) return at;
    const hint = `It has: ${columns.map((field) => field.name).join(', ')}.`;
    throw invalid(fn, `takes a table '${name}' that has no column '${column}'`, hint);
  };
  return {
    name,
    columns,
    partitionByColumns: partitionBy.map(position),
    timeColumn: onTime === undefined ? -1 : position(onTime),
  };
}

function invalid(fn: string, problem: string, hint: string): FlinkError {
  return new FlinkError('ARGUMENT_INVALID', `The function ${fn} ${problem}`, { hint });
}

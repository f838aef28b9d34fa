import { FlinkError } from '../../errors/flink-error.js';
import { CallSite } from '../../source/call-site.js';
import { fieldsOf } from '../../types/data-types.js';
import { checkCode, methodsOf, nameOfCode } from '../code.js';
import type { FunctionDefinition } from '../definition.js';
import { type EngineOptions, engineOf } from '../engine.js';
import { functionName } from '../function-name.js';
import { parameter } from '../parameters.js';
import { rowsTypeNode } from '../table/rows-type.js';
import type { RowsType } from '../table/table-udf.js';
import type { OutputChanges, ProcessArgumentDefinition, TableTrait } from './process-definition.js';
import type { ProcessArguments, ProcessCode, ProcessUdf } from './process-udf.js';
import { entriesOf, type StateTypes } from './state.js';

/** What {@link ptf} is told of a function. */
export interface ProcessUdfOptions<A extends ProcessArguments, T extends StateTypes, R extends RowsType>
  extends EngineOptions {
  /** Its name in plans, metrics and errors; that of the JavaScript function or class if absent. */
  readonly name?: string;
  /** Its tables and scalars, by name: `{ input: tableArg({ semantics: 'set' }), limit: INT(), from: optional(INT()) }`. */
  readonly args: A;
  /** What it keeps for each partition: `{ seen: { count: BIGINT() }, names: listView(STRING()) }`. */
  readonly state?: T;
  /** Its columns, `{ word: STRING(), n: INT() }`, or the type of its only one: `STRING()`. */
  readonly returns: R;
  /** The changes that its rows stand for, by `ctx.ofKind`: none but insertions if absent. */
  readonly changelog?: OutputChanges;
  /** `false` where equal rows may give other results. */
  readonly deterministic?: boolean;
}

/**
 * A process table function: rows of whole tables, with state and timers for each partition. `eval(context, args, state)`
 * is called for each row, `onTimer(context, state)` for each timer that was registered; both yield rows, or return an
 * array, or nothing. Values of the state are objects that are changed in place. State and timers are Flink's: they
 * survive failures and are part of savepoints. In streaming mode only. Maps to Flink's `ProcessTableFunction`.
 *
 * Throws FUNCTION_NAME_MISSING for a function without name, FUNCTION_INVALID for an object without `eval`, or for state
 * of a function without table of set semantics.
 * @example
 * const greet = ptf(
 *   {
 *     name: 'greet',
 *     args: { visits: tableArg({ semantics: 'set', columns: { user: STRING() } }) },
 *     state: { seen: { count: INT() } },
 *     returns: { greeting: STRING() },
 *   },
 *   function* (_, { visits }, { seen }) {
 *     seen.count = (seen.count ?? 0) + 1;
 *     yield { greeting: `Hello ${visits.user}, for the ${seen.count}th time` };
 *   },
 * );
 * visits.partitionBy('user').process(greet);
 * tEnv.createTemporarySystemFunction('greet', greet);
 * tEnv.sqlQuery('SELECT * FROM greet(visits => TABLE visits PARTITION BY user)');
 */
export function ptf<
  const A extends ProcessArguments,
  R extends RowsType,
  const T extends StateTypes = Record<never, never>,
  O = unknown,
>(options: ProcessUdfOptions<A, T, R>, code: ProcessCode<A, T, R, O>): ProcessUdf<A, R> {
  const name = functionName(options.name ?? nameOfCode(code));
  checkCode(name, code, ['eval']);
  const args = Object.entries(options.args).map(([argument, type]) => argumentOf(argument, type));
  const state = entriesOf(options.state ?? {});
  if (state.length > 0 && !args.some(({ traits }) => traits.includes('setSemantics'))) {
    throw new FlinkError('FUNCTION_INVALID', `The function ${name} has state, but no table of set semantics`, {
      hint: "State is kept for each partition: tableArg({ semantics: 'set' }).",
    });
  }
  const definition: FunctionDefinition = {
    kind: 'processTable',
    name,
    parameters: [],
    returns: rowsTypeNode(options.returns),
    ...engineOf(name, options),
    deterministic: options.deterministic ?? true,
    onNull: 'call',
    namedArguments: false,
    vectorised: false,
    methods: methodsOf(code, ['open', 'eval', 'onTimer', 'close']),
    process: { arguments: args, state, changes: options.changelog ?? 'insert' },
    fn: code,
    source: new CallSite(),
  };
  return { udf: definition } as ProcessUdf<A, R>;
}

function argumentOf(name: string, type: ProcessArguments[string]): ProcessArgumentDefinition {
  if (!('table' in type)) return { ...parameter(name, type), traits: [] };
  const { semantics, columns, ...flags } = type.table;
  const traits: TableTrait[] = [semantics === 'set' ? 'setSemantics' : 'rowSemantics'];
  for (const [trait, set] of Object.entries(flags)) if (set) traits.push(trait as TableTrait);
  // Flink wants the traits that others stand on to be there as well.
  if ((flags.requireUpdateBefore || flags.requireFullDelete) && !flags.supportUpdates) traits.push('supportUpdates');
  return {
    name,
    ...(columns ? { type: { root: 'ROW', nullable: false, fields: fieldsOf(columns) } as const } : {}),
    traits,
  };
}

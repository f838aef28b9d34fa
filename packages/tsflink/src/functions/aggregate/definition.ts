import { FlinkError } from '../../errors/flink-error.js';
import { CallSite } from '../../source/call-site.js';
import type { DataType } from '../../types/data-type.js';
import { methodsOf, nameOfCode } from '../code.js';
import type { FunctionDefinition } from '../definition.js';
import { functionName } from '../function-name.js';
import type { ParameterTypes } from '../parameter-types.js';
import { Parameters } from '../parameters.js';
import { type AccumulatorType, accumulatorNode, viewsOf } from './accumulator.js';
import type { RowsWithNull } from './implementation.js';
import type { AggregateOptions } from './options.js';

const METHODS = [
  'open',
  'close',
  'createAccumulator',
  'accumulate',
  'retract',
  'merge',
  'getValue',
  'emitValue',
  'emitUpdateWithRetract',
];

/**
 * An aggregate's definition, and its parameters. Throws FUNCTION_NAME_MISSING, and FUNCTION_INVALID without one of the
 * methods that are required, each of them alone or `a|b`.
 */
export function defineAggregate(
  kind: 'aggregate' | 'tableAggregate',
  options: AggregateOptions<ParameterTypes, AccumulatorType, DataType, RowsWithNull>,
  implementation: object,
  required: readonly string[],
): { readonly definition: FunctionDefinition; readonly parameters: Parameters } {
  const parameters = new Parameters(options.args);
  const name = functionName(options.name ?? nameOfCode(implementation));
  const methods = methodsOf(implementation, METHODS);
  for (const choice of ['createAccumulator', 'accumulate', ...required]) {
    const names = choice.split('|');
    if (names.some((method) => methods.includes(method))) continue;
    const missing = names.map((method) => `${method}()`).join(' or ');
    throw new FlinkError('FUNCTION_INVALID', `The aggregate function ${name} has no method ${missing}`, {
      hint: 'Give an object with methods, or a class of such objects.',
    });
  }
  const { accumulator } = options;
  if (accumulator === undefined) {
    throw new FlinkError('FUNCTION_INVALID', `The aggregate function ${name} has no type of accumulators`, {
      hint: 'Give it one: udaf({ accumulator: { sum: BIGINT().notNull() }, … }, …).',
    });
  }
  const views = viewsOf(accumulator);
  const timed = views.find(({ ttl }) => ttl !== undefined);
  if (timed) {
    throw new FlinkError('FUNCTION_INVALID', `The view ${timed.name} of the aggregate function ${name} has a ttl`, {
      hint: 'Views of accumulators are kept as long as accumulators: set table.exec.state.ttl.',
    });
  }
  const definition: FunctionDefinition = {
    kind,
    name,
    parameters: parameters.fields,
    namedArguments: parameters.named,
    accumulator: accumulatorNode(accumulator),
    views,
    returns: options.returns.node,
    deterministic: options.deterministic ?? true,
    onNull: options.onNull === 'skip' ? 'return-null' : 'call',
    vectorised: false,
    methods,
    fn: implementation,
    source: new CallSite(),
  };
  return { definition, parameters };
}

/** The definition of a vectorised aggregate function, whose accumulator is the rows of a group. */
export function defineColumnAggregate(
  options: AggregateOptions<ParameterTypes, AccumulatorType, DataType, RowsWithNull>,
  fn: object,
): { readonly definition: FunctionDefinition; readonly parameters: Parameters } {
  const parameters = new Parameters(options.args);
  const row = { root: 'ROW', nullable: false, fields: parameters.fields } as const;
  const definition: FunctionDefinition = {
    kind: 'aggregate',
    name: functionName(options.name ?? nameOfCode(fn)),
    parameters: parameters.fields,
    namedArguments: parameters.named,
    accumulator: { root: 'ARRAY', nullable: false, children: [row] },
    returns: options.returns.node,
    deterministic: options.deterministic ?? true,
    onNull: options.onNull === 'skip' ? 'return-null' : 'call',
    vectorised: true,
    methods: ['accumulate', 'createAccumulator', 'getValue', 'merge', 'retract'],
    fn,
    source: new CallSite(),
  };
  return { definition, parameters };
}

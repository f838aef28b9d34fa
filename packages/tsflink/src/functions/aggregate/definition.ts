import { FlinkError } from '../../errors/flink-error.js';
import { CallSite } from '../../source/call-site.js';
import { DataType } from '../../types/data-type.js';
import { methodsOf, nameOfCode } from '../code.js';
import type { FunctionDefinition } from '../definition.js';
import { engineOf } from '../engine.js';
import { functionName } from '../function-name.js';
import type { SignatureNode } from '../inference/nodes.js';
import type { ResultType } from '../inference/result-types.js';
import { haveStrategies, operandsOf, signature } from '../inference/signatures.js';
import { resultStrategy } from '../inference/type-strategy.js';
import type { ParameterTypes } from '../parameter-types.js';
import { Parameters } from '../parameters.js';
import { callable, untypedColumns } from '../row-function.js';
import {
  type AccumulatorFields,
  type AccumulatorType,
  accumulatorNode,
  accumulatorStrategy,
  isOpen,
  viewsOf,
} from './accumulator.js';
import type { RowsWithNull } from './implementation.js';
import type { AccumulatingOptions, AggregateOptions } from './options.js';

/** The kinds of aggregate functions. */
export type AggregateKind = 'aggregate' | 'tableAggregate';

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

/** The methods that give results, `a|b` where one of them is needed. */
const GIVES = { aggregate: 'getValue', tableAggregate: 'emitValue|emitUpdateWithRetract' };

/** What aggregate functions are told, whatever their types. */
type Options = AccumulatingOptions<AccumulatorType, RowsWithNull>;

/**
 * An aggregate function: what calls it in expressions. Throws FUNCTION_NAME_MISSING, and FUNCTION_INVALID without one of
 * the methods that are required.
 */
export function aggregateFunction(
  kind: AggregateKind,
  options: AggregateOptions<ParameterTypes, AccumulatorType, ResultType, RowsWithNull> & {
    readonly parameterNames?: readonly string[];
  },
  implementation: object,
): unknown {
  const { args, returns, accumulator } = options;
  const told = haveStrategies(args) || !(returns instanceof DataType) || (accumulator && isOpen(accumulator));
  if (told) {
    return openAggregateFunction(kind, options, [signature(args, resultStrategy(returns))], implementation);
  }
  const parameters = new Parameters(args, options.parameterNames);
  const definition = define(kind, options, implementation, {
    parameters: parameters.fields,
    namedArguments: parameters.named,
    returns: returns.node,
  });
  return callable(definition, (given) => parameters.operands(definition.name, given));
}

/** The same, with the types that each call tells. */
export function openAggregateFunction(
  kind: AggregateKind,
  options: Options,
  signatures: readonly SignatureNode[],
  implementation: object,
): unknown {
  const definition = define(kind, options, implementation, {
    parameters: [],
    namedArguments: false,
    signatures,
  });
  return callable(definition, (given) => operandsOf(definition.name, signatures, given));
}

function define(
  kind: AggregateKind,
  options: Options,
  implementation: object,
  types: Pick<FunctionDefinition, 'parameters' | 'returns' | 'signatures' | 'namedArguments'>,
): FunctionDefinition {
  const name = functionName(options.name ?? nameOfCode(implementation));
  const methods = methodsOf(implementation, METHODS);
  for (const choice of ['createAccumulator', 'accumulate', GIVES[kind]]) {
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
  return {
    kind,
    name,
    ...types,
    ...(types.signatures
      ? { accumulatorStrategy: accumulatorStrategy(accumulator) }
      : { accumulator: accumulatorNode(accumulator as DataType | AccumulatorFields), views }),
    ...engineOf(name, options),
    deterministic: options.deterministic ?? true,
    onNull: options.onNull === 'skip' ? 'return-null' : 'call',
    vectorised: false,
    methods,
    fn: implementation,
    source: new CallSite(),
  };
}

/** A vectorised aggregate function, whose accumulator is the rows of a group. Throws FUNCTION_INVALID without types. */
export function columnAggregate(
  options: AggregateOptions<ParameterTypes, AccumulatorType, ResultType, RowsWithNull>,
  fn: object,
): unknown {
  const name = functionName(options.name ?? nameOfCode(fn));
  const { args, returns } = options;
  if (haveStrategies(args) || !(returns instanceof DataType)) throw untypedColumns(name);
  const parameters = new Parameters(args);
  const row = { root: 'ROW', nullable: false, fields: parameters.fields } as const;
  const definition: FunctionDefinition = {
    kind: 'aggregate',
    name,
    parameters: parameters.fields,
    namedArguments: parameters.named,
    accumulator: { root: 'ARRAY', nullable: false, children: [row] },
    returns: returns.node,
    ...engineOf(name, options),
    deterministic: options.deterministic ?? true,
    onNull: options.onNull === 'skip' ? 'return-null' : 'call',
    vectorised: true,
    methods: ['accumulate', 'createAccumulator', 'getValue', 'merge', 'retract'],
    fn,
    source: new CallSite(),
  };
  return callable(definition, (given) => parameters.operands(name, given));
}

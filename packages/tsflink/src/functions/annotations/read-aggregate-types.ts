import type { AnnotatedFunction, Annotation } from '@tsflink/closure';
import type { SourcePosition } from '../../source/frame.js';
import type { DataType } from '../../types/data-type.js';
import type { AccumulatorFields, AccumulatorType } from '../aggregate/accumulator.js';
import type { AggregateKind } from '../aggregate/definition.js';
import { methodsOf, nameOfCode } from '../code.js';
import { listView, mapView } from '../process/state.js';
import { Reading } from './reading.js';
import type { AggregateSourceTypes } from './source-types.js';

/**
 * Reads the types of an aggregate function from its methods: of `accumulate` those of the parameters, of `getValue` or
 * `emitValue` that of the result. That of accumulators is declared, or that of the first parameter of `accumulate`, or of
 * the result of `createAccumulator`. Throws FUNCTION_INVALID, which names the parameter, its line, and what to declare.
 */
export function readAggregateTypes(
  kind: AggregateKind,
  { name, accumulator }: { readonly name?: string; readonly accumulator?: AccumulatorType },
  code: unknown,
): AggregateSourceTypes {
  const called = name ?? nameOfCode(code);
  const accumulate = new Reading(kind, code, called).head('accumulate');
  const reading = new Reading(kind, code, called === '' ? (accumulate.variable ?? '') : called);
  const [first, ...parameters] = accumulate.parameters;
  const [method = 'getValue'] = methodsOf(code, ['getValue', 'emitValue', 'emitUpdateWithRetract']);
  const result = reading.head(method);
  return {
    name: reading.name,
    args: parameters.map((parameter) => reading.parameter(parameter)),
    parameterNames: parameters.map((parameter) => parameter.name),
    returns: reading.result(collected(result) ?? result.returns, result.position),
    accumulator: accumulator ?? accumulatorOf(reading, first),
  };
}

/** Of a method that collects its rows: `out: Collector<T>`. */
function collected({ parameters }: AnnotatedFunction): Annotation | undefined {
  const type = parameters[1]?.type;
  return type?.name === 'Collector' || type?.name === 'RetractableCollector'
    ? { ...type, name: 'Iterable' }
    : undefined;
}

function accumulatorOf(reading: Reading, first: AnnotatedFunction['parameters'][number] | undefined): AccumulatorType {
  if (first?.type !== undefined) return accumulatorType(reading, first.type, first.position);
  const { returns, position } = reading.head('createAccumulator');
  if (returns !== undefined) return accumulatorType(reading, returns, position);
  throw reading.missing('accumulator', position);
}

/** An object of columns and views, or any type. */
function accumulatorType(reading: Reading, type: Annotation, position: SourcePosition): DataType | AccumulatorFields {
  const typeOf = (each: Annotation) => reading.type('accumulator', each, position);
  if (type.fields === undefined) return typeOf(type);
  const fieldOf = (field: Annotation) => {
    const [first, second] = field.args;
    if (field.name === 'ListView' && first) return listView(typeOf(first));
    if (field.name === 'MapView' && first && second) return mapView(typeOf(first), typeOf(second));
    return typeOf(field);
  };
  return Object.fromEntries(type.fields.map((name, i) => [name, fieldOf(type.args[i] as Annotation)]));
}

export type { AccumulatorFields, AccumulatorOf, AccumulatorType, NewAccumulatorOf } from './aggregate/accumulator.js';
export type {
  Accumulating,
  Aggregator,
  Changed,
  Collector,
  RetractableCollector,
  RowsWithNull,
  TableAggregator,
} from './aggregate/implementation.js';
export type { AccumulatingOptions, AggregateOptions } from './aggregate/options.js';
export type {
  OverloadedAggregateOptions,
  OverloadedAggregateUdf,
  OverloadedTableAggregateUdf,
} from './aggregate/overloads.js';
export { type AggregateCode, type AggregateUdf, type AggregateUdfOptions, udaf } from './aggregate/udaf.js';
export { type TableAgg, type TableAggregateUdf, udtaf } from './aggregate/udtaf.js';
export type { AnnotatedCode, AnnotatedFunction } from './annotations/annotated-types.js';
export type {
  AnnotatedAggregateOptions,
  AnnotatedAggregateUdf,
  AnnotatedAggregator,
  AnnotatedTableAggregateUdf,
  AnnotatedTableAggregator,
} from './annotations/annotated-udaf.js';
export type { AnnotatedTableUdf, AnnotatedUdf, AnnotatedUdfOptions } from './annotations/annotated-udf.js';
export { type AsyncScalarCode, type AsyncScalarFunction, type AsyncUdfOptions, asyncUdf } from './async/async-udf.js';
export {
  type AsyncTableCode,
  type AsyncTableFunction,
  asyncUdtf,
  type YieldedLater,
} from './async/async-udtf.js';
export type { ClassOf, Lifecycle } from './code.js';
export type { ColumnOf, ResultColumnOf } from './column-types.js';
export type { FunctionDefinition, NullHandling } from './definition.js';
export type { EngineOptions, FunctionEngine } from './engine.js';
export { explainFunction } from './explain-function.js';
export type { CapturedVariable, FunctionExplanation, ShippedCode, ShippedFile } from './function-explanation.js';
export { ArgumentTypeStrategy, InputTypeStrategies } from './inference/argument-type-strategy.js';
export type { LogicalTypes } from './inference/logical-types.js';
export type { OverloadedTableUdf, TableSignature } from './inference/overloaded-table-udf.js';
export type {
  OverloadedCode,
  OverloadedFunction,
  OverloadedUdf,
  OverloadedUdfOptions,
  Signature,
} from './inference/overloaded-udf.js';
export type { ResultType } from './inference/result-types.js';
export { type TypeRule, TypeStrategies, TypeStrategy } from './inference/type-strategy.js';
export { ViewStrategy } from './inference/view-strategy.js';
export { loadFunctions } from './load-function.js';
export {
  type OptionalParameter,
  optional,
  type ParameterType,
  type ParameterTypes,
  type VariadicParameter,
  varargs,
} from './parameter-types.js';
export type {
  GivenArguments,
  ProcessArguments,
  ProcessCode,
  ProcessFunctionCode,
  ProcessUdf,
} from './process/process-udf.js';
export { type ProcessUdfOptions, ptf } from './process/ptf.js';
export {
  listView,
  mapView,
  type StateOf,
  type StateOptions,
  type StateType,
  type StateTypes,
  type ViewType,
  value,
} from './process/state.js';
export { type TableArg, type TableArgOptions, type TableSemanticsKind, tableArg } from './process/table-arg.js';
export type {
  AnyUdf,
  ArgumentsOf,
  OperandsOf,
  ScalarCode,
  ScalarFunction,
  ScalarUdf,
} from './scalar-udf.js';
export type {
  RowsType,
  TableCode,
  TableFunction,
  TableUdf,
  Yielded,
  YieldedColumns,
  YieldOf,
} from './table/table-udf.js';
export { type TableUdfOptions, udtf } from './table/udtf.js';
export { type ScalarUdfOptions, udf } from './udf.js';

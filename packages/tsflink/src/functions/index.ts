export type { FunctionDefinition, NullHandling } from './definition.js';
export type { AnyUdf, ArgumentsOf, OperandsOf, ParameterTypes, ScalarUdf } from './scalar-udf.js';
export { type ScalarUdfOptions, udf } from './udf.js';

export type { ClassOf, Lifecycle } from './code.js';
export type { FunctionDefinition, NullHandling } from './definition.js';
export type {
  AnyUdf,
  ArgumentsOf,
  OperandsOf,
  ParameterTypes,
  ScalarCode,
  ScalarFunction,
  ScalarUdf,
} from './scalar-udf.js';
export { type ScalarUdfOptions, udf } from './udf.js';

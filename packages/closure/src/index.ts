export {
  type AnnotatedFunction,
  type AnnotatedParameter,
  annotatedFunction,
} from './annotations/annotated-function.js';
export type { Annotation } from './annotations/annotation.js';
export {
  type CapturedFunction,
  type CapturedFunctions,
  captureFunctions,
  checkCaptured,
  type FunctionToCapture,
} from './captureFunctions.js';
export { BundleError, type BundleErrorCode } from './errors.js';
export type { Explanation, FunctionExplanation } from './explain.js';
export type { BundledFile } from './files/layout.js';
export type { CaptureLimits } from './limits.js';
export { methodFields } from './script/class-fields.js';

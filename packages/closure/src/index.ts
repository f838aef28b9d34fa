export {
  type CapturedFunction,
  type CapturedFunctions,
  type CaptureOptions,
  captureFunctions,
  type FunctionToCapture,
} from './captureFunctions.js';
export { BundleError, type BundleErrorCode } from './errors.js';
export type { Explanation, FunctionExplanation } from './explain.js';

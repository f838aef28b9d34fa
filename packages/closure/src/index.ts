export { BY_VALUE, JOB_ONLY, SHIPPED_AS } from './capture/marks.js';
export {
  type CapturedFunctions,
  type CaptureOptions,
  captureFunctions,
  type FunctionToCapture,
} from './captureFunctions.js';
export type { Explanation, FunctionExplanation } from './explain.js';

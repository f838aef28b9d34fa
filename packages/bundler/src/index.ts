export { type BundledFunction, bundleFunctions, type FunctionBundle, type FunctionEntry } from './bundle.js';
export { BundleError, type BundleErrorCode } from './errors.js';

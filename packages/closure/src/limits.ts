import type { CapturedFunctions } from './captureFunctions.js';
import { BundleError } from './errors.js';
import { formatFile, type Position } from './position.js';

const MEGABYTE = 1024 * 1024;

/** The most that functions may take along, in bytes. */
export interface CaptureLimits {
  /** Of the script; 64 MiB if not given. */
  readonly scriptBytes?: number;
  /** Of the values, functions and classes in it that are captured; 32 MiB if not given. */
  readonly capturedBytes?: number;
  /** Of all files together; 256 MiB if not given. */
  readonly filesBytes?: number;
}

/** Refuses what is larger than its limit, naming what is largest. Throws {@link BundleError}. */
export function refuseTooLarge(
  { code, explain, inputs, files }: CapturedFunctions,
  capturedBytes: number,
  limits: CaptureLimits,
): void {
  const {
    scriptBytes = 64 * MEGABYTE,
    capturedBytes: maxCaptured = 32 * MEGABYTE,
    filesBytes = 256 * MEGABYTE,
  } = limits;
  const variable = largest(explain.flatMap(({ captured }) => captured));
  const ofVariable = variable && {
    text: `variable '${variable.name}' (${formatFile(variable.at.file)}:${variable.at.line}), ${size(variable.bytes)}`,
    at: variable.at,
  };
  check(
    'max-captured-size',
    'The values that the functions capture are',
    capturedBytes,
    maxCaptured,
    ofVariable,
    VALUES,
  );
  const module = largest(inputs);
  const inScript =
    module && module.bytes > (variable?.bytes ?? 0) ? { text: `${module.file}, ${size(module.bytes)}` } : ofVariable;
  check('max-script-size', 'The functions with all they need are', code.length, scriptBytes, inScript, CODE);
  const file = largest(files);
  const ofFile = file && { text: `${formatFile(file.file)}, ${size(file.bytes)}` };
  check(
    'max-files-size',
    'The files that the modules of the functions read are',
    sum(files),
    filesBytes,
    ofFile,
    FILES,
  );
}

const VALUES =
  'Keep large data in a table and join with it, or in a file: tEnv.addFile(path), context.getCachedFile(name)';
const CODE = 'Import less, or a smaller package';
const FILES = 'Give large files to the jobs: tEnv.addFile(path), context.getCachedFile(name)';

interface Largest {
  readonly text: string;
  readonly at?: Position;
}

function check(
  option: string,
  what: string,
  bytes: number,
  limit: number,
  most: Largest | undefined,
  advice: string,
): void {
  if (bytes <= limit) return;
  throw new BundleError(
    'FUNCTION_TOO_LARGE',
    `${what} ${size(bytes)}, more than the limit of ${size(limit)}.${most ? ` The largest is ${most.text}.` : ''}`,
    `${advice}; or raise 'tsflink.shipping.${option}'.`,
    most?.at,
  );
}

const sum = (parts: readonly { readonly bytes: number }[]) => parts.reduce((total, { bytes }) => total + bytes, 0);

function largest<T extends { readonly bytes: number }>(parts: readonly T[]): T | undefined {
  return parts.reduce<T | undefined>((most, part) => (most && most.bytes >= part.bytes ? most : part), undefined);
}

function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < MEGABYTE ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / MEGABYTE).toFixed(1)} MB`;
}

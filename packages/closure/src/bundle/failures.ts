import path from 'node:path';
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import type { BuildFailure, Message } from 'esbuild';
import { BundleError } from '../errors.js';
import { addon } from '../files/place-files.js';
import { NO_COMMONJS } from '../native/ship-native.js';
import type { Position } from '../position.js';
import { packageNameOf } from '../script/script.js';
import type { Entry } from './bundle.js';
import { PREFIX } from './reference.js';
import { PROGRAM_IMPORTED } from './resolve.js';

const ADDON = 'No loader is configured for ".node"';

/** What esbuild says, in the terms of the person whose function it is. */
export function buildError(failure: BuildFailure, entry: Entry, sourcefile: string): BundleError {
  const messages = failure.errors ?? [];
  const message = messages.find((m) => m.text.startsWith(ADDON)) ?? messages[0];
  const text = message?.text ?? String(failure);
  const position = message && positionOf(message, entry, sourcefile);
  const error = (code: BundleError['code'], said: string, hint: string) =>
    new BundleError(code, said, hint, position, { cause: failure });

  const missing = /^Could not resolve "(.*)"/.exec(text)?.[1];
  if (missing !== undefined) {
    const what = missing.startsWith(PREFIX) ? missing.slice(missing.indexOf('|') + 1) : missing;
    const hint = /^[./]/.test(what) ? 'Correct the path.' : `Install it (npm install ${what}), or correct the name.`;
    return error('FUNCTION_IMPORT_NOT_FOUND', `Cannot find '${what}', which a function imports`, hint);
  }
  if (text.startsWith(ADDON)) {
    const file = /[^/\\"]+\.node(?="?$)/.exec(text.replace(ADDON, ''))?.[0];
    return addon(position && packageNameOf(position.file), file, position);
  }
  if (text === NO_COMMONJS) {
    return error(
      'FUNCTION_NOT_SHIPPABLE',
      `Package ${message?.detail} has native code and is an ES module only`,
      'Packages with native code are required: use one that has a CommonJS entry.',
    );
  }
  if (text.startsWith('Top-level await')) {
    return error(
      'FUNCTION_NOT_SHIPPABLE',
      'A module that a function imports uses top-level await',
      'Export a function that awaits instead, or await it in the job and capture the value.',
    );
  }
  if (text.includes(PROGRAM_IMPORTED)) {
    return error(
      'FUNCTION_NOT_SHIPPABLE',
      'The job program itself would run again inside Flink, because a module that a function imports, imports it',
      'Move what they share to a module of its own.',
    );
  }
  return error('FUNCTION_LOAD_FAILED', text, 'Correct the module so that it compiles.');
}

/** Messages about the entry itself are about the sources that it was made of. */
function positionOf({ location }: Message, entry: Entry, sourcefile: string): Position | undefined {
  if (!location) return undefined;
  const { file, line, column } = location;
  if (file !== sourcefile) return { file: path.resolve(entry.root, file), line, column: column + 1 };
  const original = originalPositionFor(new TraceMap(entry.sourceMap), { line, column });
  return original.source ? { file: original.source, line: original.line, column: original.column + 1 } : undefined;
}

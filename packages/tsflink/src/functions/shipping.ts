import type { MessageInitShape } from '@bufbuild/protobuf';
import { captureFunctions } from '@tsflink/closure';
import type { ArtifactSchema } from '../generated/tsflink/v1/functions_pb.js';
import type { PendingFunction } from '../plan/encoder.js';

/** The code of functions, as it is uploaded. */
export type ArtifactInit = MessageInitShape<typeof ArtifactSchema> & { readonly hash: string };

/**
 * Captures the functions of a request, with the variables that they use as these are now, and notes in their messages
 * where their code is. Returns the artifacts that the gateway must have. Throws BundleError.
 */
export async function shipFunctions(functions: readonly PendingFunction[]): Promise<readonly ArtifactInit[]> {
  if (functions.length === 0) return [];
  const definitions = [...new Set(functions.map(({ definition }) => definition))];
  const { hash, code, sourceMap, functions: captured, warnings } = await captureFunctions(definitions);
  warnOnce(warnings);
  for (const { definition, message } of functions) {
    message.artifact = hash;
    message.export = captured[definitions.indexOf(definition)]?.export ?? '';
  }
  return [{ hash, code: new Uint8Array(code), sourceMap: new Uint8Array(sourceMap), name: 'functions' }];
}

const shown = new Set<string>();

/** Prints warnings that were not printed yet, as Node.js prints its own. */
function warnOnce(warnings: readonly string[]): void {
  for (const warning of warnings.filter((text) => !shown.has(text))) {
    shown.add(warning);
    process.emitWarning(warning, { type: 'FunctionWarning', code: 'TSFLINK_FUNCTION' });
  }
}

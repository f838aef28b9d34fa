import type { MessageInitShape } from '@bufbuild/protobuf';
import { bundleFunctions } from '@tsflink/bundler';
import { FlinkError } from '../errors/flink-error.js';
import type { ArtifactSchema } from '../generated/tsflink/v1/functions_pb.js';
import type { PendingFunction } from '../plan/encoder.js';
import type { CallSite } from '../source/call-site.js';
import type { FunctionDefinition } from './definition.js';

/** The code of functions, as it is uploaded. */
export type ArtifactInit = MessageInitShape<typeof ArtifactSchema> & { readonly hash: string };

/** Where the code of a function is. */
interface Shipped {
  readonly artifact: ArtifactInit;
  readonly export: string;
}

/** Functions that were bundled, or are being; by identity, since a bundle is of one definition. */
const bundled = new WeakMap<FunctionDefinition, Promise<Shipped>>();

/**
 * Bundles the functions of a request that were not bundled before, and notes in their messages where their code is.
 * Returns the artifacts that the gateway must have. Throws BundleError, and FUNCTION_ALREADY_EXISTS.
 */
export async function shipFunctions(functions: readonly PendingFunction[]): Promise<readonly ArtifactInit[]> {
  const fresh = [...new Set(functions.map(({ definition }) => definition))].filter(
    (definition) => !bundled.has(definition),
  );
  if (fresh.length > 0) bundle(fresh);
  const artifacts = new Map<string, ArtifactInit>();
  for (const { definition, message } of functions) {
    const shipped = (await bundled.get(definition)) as Shipped;
    message.artifact = shipped.artifact.hash;
    message.export = shipped.export;
    artifacts.set(shipped.artifact.hash, shipped.artifact);
  }
  return [...artifacts.values()];
}

function bundle(definitions: readonly FunctionDefinition[]): void {
  checkNames(definitions);
  const entries = definitions.map(({ name, source }) => ({ name, file: fileOf(name, source) }));
  const making = bundleFunctions(entries);
  definitions.forEach((definition, i) => {
    const shipped = making.then(({ hash, code, sourceMap, functions }) => ({
      artifact: { hash, code: new Uint8Array(code), sourceMap: new Uint8Array(sourceMap), name: 'functions' },
      export: functions[i]?.export ?? definition.name,
    }));
    // a failure is not kept: the module may be another one at the next try
    shipped.catch(() => bundled.delete(definition));
    bundled.set(definition, shipped);
  });
}

/** The module that defines a function, as Node runs it. */
function fileOf(name: string, source: CallSite): string {
  const file = source.generated?.file;
  if (file !== undefined) return file;
  throw new FlinkError('FUNCTION_NOT_EXPORTED', `The module that defines function ${name} is not known`, {
    hint: 'Define it at the top level of a module, with udf() of this package.',
  });
}

/** A function is found in its module by its name: two of one name cannot be told apart. */
function checkNames(definitions: readonly FunctionDefinition[]): void {
  const seen = new Set<string>();
  for (const { name, source } of definitions) {
    const key = `${source.generated?.file} ${name}`;
    if (seen.has(key)) {
      throw new FlinkError('FUNCTION_ALREADY_EXISTS', `Two functions of one module are named ${name}`, {
        hint: 'Give each a name of its own.',
        source: source.position,
      });
    }
    seen.add(key);
  }
}

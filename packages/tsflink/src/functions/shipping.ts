import { type BundledFile, BundleError, type CaptureLimits, captureFunctions } from '@tsflink/closure';
import type { PendingFunction } from '../plan/encoder.js';
import type { FunctionDefinition } from './definition.js';

/** The code of functions, and the files that go with it: they are read when they are uploaded. */
export interface Artifact {
  readonly hash: string;
  readonly code: Uint8Array;
  readonly sourceMap: Uint8Array;
  readonly name: string;
  readonly files: readonly BundledFile[];
}

/** What the functions of a request have to keep to. */
export interface Shipping {
  readonly limits: CaptureLimits;
  /** Asks which engine is to run them. */
  readonly engine: () => Promise<string>;
}

/**
 * Captures the functions of a request, with the variables that they use as these are now, and notes in their messages
 * where their code is. Returns the artifacts that the gateway must have. Throws BundleError.
 */
export async function shipFunctions(
  functions: readonly PendingFunction[],
  shipping: Shipping,
): Promise<readonly Artifact[]> {
  if (functions.length === 0) return [];
  const definitions = [...new Set(functions.map(({ definition }) => definition))];
  const bundle = await capture(definitions, shipping).catch(async (failure: unknown) => {
    throw await withCulprit(failure, definitions, shipping);
  });
  const { hash, code, sourceMap, functions: captured, files, warnings } = bundle;
  warnOnce(warnings);
  for (const { definition, message } of functions) {
    message.artifact = hash;
    message.export = captured[definitions.indexOf(definition)]?.export ?? '';
  }
  return [{ hash, code: new Uint8Array(code), sourceMap: new Uint8Array(sourceMap), name: 'functions', files }];
}

async function capture(definitions: readonly FunctionDefinition[], { limits, engine }: Shipping) {
  const bundle = await captureFunctions(definitions, limits);
  const [native] = bundle.nativePackages;
  if (native === undefined) return bundle;
  const own = definitions.map((definition) => definition.engine);
  if (!own.includes('embedded') && (!own.includes(undefined) || (await engine()) !== 'embedded')) return bundle;
  throw new BundleError(
    'FUNCTION_NOT_SHIPPABLE',
    `Package ${native} has native code, which cannot run in the engine embedded in Flink`,
    "Use the process engine: tEnv.getConfig().set('tsflink.function.engine', 'process'), or engine: 'process' of the function. Or use a package written in JavaScript or WebAssembly.",
  );
}

/** Says which function imports what cannot travel, and where it is defined if that is about code of a package. */
async function withCulprit(
  failure: unknown,
  definitions: readonly FunctionDefinition[],
  shipping: Shipping,
): Promise<unknown> {
  if (!(failure instanceof BundleError) || NAMES_FUNCTION.test(failure.message)) return failure;
  const { code, message, hint, position, cause } = failure;
  const culprit = await firstRefused(definitions, shipping);
  if (culprit === undefined) return failure;
  const inPackage = position?.file.includes('/node_modules/');
  const at = inPackage ? culprit.source.position : (position ?? culprit.source.position);
  return new BundleError(code, `Function ${culprit.name} cannot be shipped: ${message}`, hint, at, { cause });
}

/** Messages that say already which functions they are about. */
const NAMES_FUNCTION = /^Function |^The (?:values|functions|files) /;

async function firstRefused(
  definitions: readonly FunctionDefinition[],
  shipping: Shipping,
): Promise<FunctionDefinition | undefined> {
  if (definitions.length === 1) return definitions[0];
  for (const definition of definitions) {
    const refused = await capture([definition], { ...shipping, limits: {} }).then(
      () => false,
      () => true,
    );
    if (refused) return definition;
  }
  return undefined;
}

const shown = new Set<string>();

/** Prints warnings that were not printed yet, as Node.js prints its own. */
function warnOnce(warnings: readonly string[]): void {
  for (const warning of warnings.filter((text) => !shown.has(text))) {
    shown.add(warning);
    process.emitWarning(warning, { type: 'FunctionWarning', code: 'TSFLINK_FUNCTION' });
  }
}

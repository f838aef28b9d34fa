import { relative, resolve } from 'node:path';
import { type BundledFile, captureFunctions } from '@tsflink/closure';
import { toFlinkError } from '../errors/from-rpc.js';
import { CallSite } from '../source/call-site.js';
import { FunctionExplanation, type ShippedCode, type ShippedFile } from './function-explanation.js';
import type { AnyUdf } from './scalar-udf.js';

/**
 * Says what a function takes to Flink, and why: captured variables with their sizes, modules, npm packages, the
 * files that these read, and what may surprise. Rejects with the error that a job with the function would be refused with. Nothing is sent anywhere.
 * @example
 * console.log(`${await explainFunction(ipToProvince)}`);
 */
export async function explainFunction(fn: AnyUdf): Promise<FunctionExplanation> {
  const site = new CallSite();
  const { udf: definition } = fn;
  const bundle = await captureFunctions([definition]).catch((failure: unknown) => {
    throw toFlinkError(failure, site);
  });
  const [explanation] = bundle.explain;
  const captured = (explanation?.captured ?? []).map(({ what, at, ...note }) => ({
    ...note,
    what: packageOf(what) ?? what, // vitest imports by path
    at: { ...at, file: resolve(at.file) },
  }));
  const packages = new Map<string, number>();
  const modules: ShippedCode[] = [];
  for (const { file, bytes } of bundle.inputs.filter((input) => input.bytes > 0)) {
    const name = packageOf(file);
    if (name === undefined) modules.push({ name: file, bytes });
    else packages.set(name, (packages.get(name) ?? 0) + bytes);
  }
  const files: ShippedFile[] = [];
  const folders = new Map<string, number>();
  for (const file of bundle.files) {
    const name = file.path.startsWith(FOLDERS) ? file.packageName : undefined;
    if (name === undefined) files.push(fileOf(file));
    else folders.set(name, (folders.get(name) ?? 0) + file.bytes);
  }
  return new FunctionExplanation(
    definition.name,
    bundle.code.length,
    bundle.hash,
    largestFirst(captured),
    largestFirst(modules),
    largestFirst(named(packages)),
    largestFirst(files),
    largestFirst(named(folders)),
    bundle.warnings,
  );
}

/** Where packages that travel as folders are. */
const FOLDERS = 'node_modules/';

function named(bytesOf: ReadonlyMap<string, number>): ShippedCode[] {
  return [...bytesOf].map(([name, bytes]) => ({ name, bytes }));
}

/** A file of a package is named by its place in the package. */
function fileOf({ file, path, bytes, packageName }: BundledFile): ShippedFile {
  if (packageName === undefined) return { name: relative(process.cwd(), file), bytes };
  return { name: path, bytes, packageName };
}

function largestFirst<T extends { readonly bytes: number }>(parts: readonly T[]): T[] {
  return [...parts].sort((a, b) => b.bytes - a.bytes);
}

/** The package that a file belongs to, the innermost one; undefined for a file of the program's own. */
function packageOf(file: string): string | undefined {
  return /.*(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1];
}

import { createHash } from 'node:crypto';
import { bundle, type Entry, type Script } from './bundle.js';
import { verify } from './verify.js';

/** So many scripts are kept: a program that asks many queries ships the same functions again and again. */
const KEPT = 16;
const kept = new Map<string, Promise<Script>>();

/** Bundles an entry and loads it once, unless the very same entry was bundled lately. */
export async function bundleOnce(
  entry: Entry,
  functions: readonly { readonly name: string; readonly export: string }[],
): Promise<Script> {
  const key = createHash('sha256').update(JSON.stringify(entry)).digest('hex');
  const made = kept.get(key) ?? make(entry, functions);
  kept.delete(key);
  kept.set(key, made);
  for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest);
  try {
    return await made;
  } catch (error) {
    // not kept: what is missing may be there at the next try
    kept.delete(key);
    throw error;
  }
}

async function make(entry: Entry, functions: Parameters<typeof bundleOnce>[1]): Promise<Script> {
  const script = await bundle(entry);
  await verify(script, functions);
  return script;
}

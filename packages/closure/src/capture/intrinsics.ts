import { createRequire } from 'node:module';
import vm from 'node:vm';

/** The globals that Node.js adds to those of the language; each is in every release that functions run in. */
const NODE_GLOBALS =
  `AbortController AbortSignal Blob BroadcastChannel Buffer ByteLengthQueuingStrategy CompressionStream
  CountQueuingStrategy Crypto CryptoKey DOMException DecompressionStream Event EventTarget File FormData Headers MessageChannel
  MessageEvent MessagePort Performance ReadableStream Request Response SubtleCrypto TextDecoder TextDecoderStream TextEncoder
  TextEncoderStream TransformStream URL URLSearchParams WebAssembly WritableStream atob btoa clearImmediate clearInterval
  clearTimeout console crypto fetch global performance process queueMicrotask setImmediate setInterval setTimeout
  structuredClone`.split(/\s+/);

const languageGlobals = vm.runInNewContext('Object.getOwnPropertyNames(globalThis)') as string[];
/** Globals whose properties are not to be looked through: they lead to the state of this process. */
const OPAQUE = new Set(['process', 'globalThis', 'global']);

/** Names that mean the same in the task as here. */
export const globalNames: ReadonlySet<string> = new Set([...languageGlobals, ...NODE_GLOBALS, 'require', 'arguments']);

const intrinsics = new Map<unknown, string>();

const isObject = (value: unknown): value is object =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

function add(value: unknown, expression: string): void {
  if (isObject(value) && !intrinsics.has(value)) intrinsics.set(value, expression);
}

function addMembers(holder: unknown, expression: string): void {
  if (!isObject(holder)) return;
  add(holder, expression);
  for (const key of Reflect.ownKeys(holder)) {
    const value = Object.getOwnPropertyDescriptor(holder, key)?.value;
    add(value, typeof key === 'symbol' ? `${expression}[${symbolExpression(key)}]` : `${expression}.${key}`);
  }
}

for (const name of [...languageGlobals, ...NODE_GLOBALS]) {
  const value: unknown = Object.getOwnPropertyDescriptor(globalThis, name)?.value;
  add(value, name);
  if (OPAQUE.has(name) || !isObject(value)) continue;
  addMembers(value, name);
  if (typeof value === 'function') addMembers(value.prototype, `${name}.prototype`);
}
add(
  Object.getPrototypeOf(async () => {}),
  'Object.getPrototypeOf(async function () {})',
);
add(
  Object.getPrototypeOf(function* () {}),
  'Object.getPrototypeOf(function* () {})',
);
add(
  Object.getPrototypeOf(async function* () {}),
  'Object.getPrototypeOf(async function* () {})',
);
add(Object.getPrototypeOf(Uint8Array), 'Object.getPrototypeOf(Uint8Array)');

/** The expression that names an object of the language or of Node in every process: `Math.max`, `Map.prototype` … */
export function intrinsic(value: unknown): string | undefined {
  return intrinsics.get(value);
}

/** A symbol of the language (`Symbol.iterator`) or of the registry as source text. */
export function symbolExpression(symbol: symbol): string | undefined {
  const registered = Symbol.keyFor(symbol);
  if (registered !== undefined) return `Symbol.for(${JSON.stringify(registered)})`;
  const name = symbol.description?.startsWith('Symbol.') ? symbol.description.slice('Symbol.'.length) : undefined;
  const wellKnown = name !== undefined && (Symbol as unknown as Record<string, unknown>)[name] === symbol;
  return wellKnown ? symbol.description : undefined;
}

/** An export of a module of Node.js. */
export interface BuiltinExport {
  readonly module: string;
  readonly name: string;
}

const BUILTIN_MODULES = `assert async_hooks buffer child_process crypto dns events fs fs/promises http https net os path
  perf_hooks querystring stream stream/promises string_decoder timers timers/promises tls url util v8 vm worker_threads
  zlib`.split(/\s+/);

let builtins: Map<unknown, BuiltinExport> | undefined;

/** The module of Node.js that exports a function. */
export function builtinExport(value: unknown): BuiltinExport | undefined {
  if (!builtins) {
    builtins = new Map();
    const require = createRequire(import.meta.url);
    for (const module of BUILTIN_MODULES.map((name) => `node:${name}`)) {
      const exported = require(module) as object;
      for (const name of Object.keys(exported)) {
        const member: unknown = Object.getOwnPropertyDescriptor(exported, name)?.value;
        if (isObject(member) && !builtins.has(member) && !intrinsics.has(member))
          builtins.set(member, { module, name });
      }
    }
  }
  return builtins.get(value);
}

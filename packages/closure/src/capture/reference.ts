import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { importReference } from '../bundle/reference.js';
import { built, type GraphNode, quote } from '../graph/nodes.js';
import { type AnyFunction, lookup } from '../inspector/functions.js';
import { type AstNode, contains, isFunction } from '../script/ast.js';
import type { Script } from '../script/script.js';
import type { Capture } from './capture.js';
import { nameOf } from './function.js';
import { importFrom } from './imports.js';
import { builtinExport } from './intrinsics.js';

/** The import of a function that another module exports; undefined if it has to travel by value. */
export function exportReference(capture: Capture, fn: AnyFunction, script: Script): GraphNode | undefined {
  if (script.isNode) {
    const found = builtinExport(fn);
    return found && importFrom(capture, found.name, found.module, found.name, '');
  }
  if (!script.file || script.file === capture.program || capture.own.has(script)) return undefined;
  return script.isModule ? fromModule(capture, fn, script) : fromCommonJs(fn, script);
}

function fromModule(capture: Capture, fn: AnyFunction, script: Script): GraphNode | undefined {
  if (!script.packageName && hasTopLevelAwait(script)) return undefined;
  const node = capture.scripts.placeOf(fn)?.node;
  const live = capture.functions.scopes(fn).filter((scope) => scope.kind === 'Module');
  for (const { exported, local, declaration } of exportsOf(script)) {
    const found = local === undefined ? undefined : lookup(live, local);
    const value: unknown = found?.state === 'value' ? found.value : undefined;
    const reference = () =>
      importFrom(capture, exported === 'default' ? nameOf(fn) : exported, script.file, exported, script.dir);
    if ((node && declaration === node) || value === fn) return reference();
    const member = memberThatIs(value, fn);
    if (member) return { kind: 'member', hint: member, of: reference(), access: (of) => `${of}.${member}` };
  }
  return undefined;
}

/** The property of an exported object that is the function. */
function memberThatIs(value: unknown, fn: AnyFunction): string | undefined {
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return undefined;
  return Object.keys(value).find((key) => /^[\w$]+$/.test(key) && read(value, key) === fn);
}

interface Export {
  readonly exported: string;
  readonly local?: string;
  readonly declaration?: AstNode;
}

/** What a module declares itself and exports. */
function* exportsOf({ syntax }: Script): Generator<Export> {
  for (const statement of syntax.program.body) {
    if (statement.type === 'ExportDefaultDeclaration') {
      const { declaration } = statement;
      if (declaration.type === 'Identifier') yield { exported: 'default', local: declaration.name };
      else yield { exported: 'default', declaration };
    }
    if (statement.type !== 'ExportNamedDeclaration' || statement.source) continue;
    for (const local of statement.declaration ? declaredNames(statement.declaration) : [])
      yield { exported: local, local };
    for (const { local, exported } of statement.specifiers) {
      yield { exported: moduleName(exported), local: moduleName(local) };
    }
  }
}

function declaredNames(declaration: AstNode): string[] {
  if (declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration') {
    return declaration.id ? [declaration.id.name] : [];
  }
  if (declaration.type !== 'VariableDeclaration') return [];
  return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
}

const moduleName = (name: AstNode): string =>
  name.type === 'Identifier' ? name.name : name.type === 'Literal' ? String(name.value) : '';

/** Such a module cannot be part of a script: what is captured from it travels by value. */
function hasTopLevelAwait({ syntax }: Script): boolean {
  const awaits = (node: AstNode) => node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && node.await);
  return contains(syntax.program, awaits, isFunction);
}

function fromCommonJs(fn: AnyFunction, script: Script): GraphNode | undefined {
  const { cache } = createRequire(pathToFileURL(script.file));
  for (const module of Object.values(cache)) {
    const exported: unknown = module?.filename === script.file ? module.exports : undefined;
    const required = `require(${quote(importReference(script.dir, script.file))})`;
    if (exported === fn) return built(nameOf(fn), [required]);
    if (exported === null || (typeof exported !== 'object' && typeof exported !== 'function')) continue;
    const key = Object.keys(exported).find((name) => read(exported, name) === fn);
    if (key !== undefined) return built(key, [`${required}[${quote(key)}]`]);
  }
  return undefined;
}

function read(object: object, key: string): unknown {
  try {
    return Reflect.get(object, key);
  } catch {
    return undefined;
  }
}

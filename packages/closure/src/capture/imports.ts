import { isBuiltin } from 'node:module';
import type { Variable } from 'eslint-scope';
import type { GraphNode, Import } from '../graph/nodes.js';
import { lookup } from '../inspector/functions.js';
import type { AstNode } from '../script/ast.js';
import type { Script } from '../script/script.js';
import type { Capture } from './capture.js';
import { intrinsic } from './intrinsics.js';
import type { Site } from './site.js';
import { vitestImport } from './vitest.js';

/** The values that a module imports: where they are captured, they travel as that import. */
export function registerImports(capture: Capture, { script, contexts }: Site): void {
  if (script.packageName || !contexts.length || capture.withImports.has(script)) return;
  capture.withImports.add(script);
  for (const variable of script.syntax.variables()) {
    const definition = script.syntax.definition(variable);
    const found = definition && lookup(contexts, variable.name);
    if (found?.state !== 'value') continue;
    if (definition?.type === 'ImportBinding') register(capture, found.value, () => importOf(capture, script, variable));
    else if (definition?.type === 'Variable') registerVitest(capture, script, definition.node, found.value);
  }
}

/** Under vitest, the exports of the modules that it imports. */
function registerVitest(capture: Capture, script: Script, declarator: AstNode, namespace: unknown): void {
  const module = vitestImport(capture, script, declarator);
  if (!module || typeof namespace !== 'object' || namespace === null) return;
  for (const name of Object.keys(namespace)) {
    const access = (of: string) => (/^[\w$]+$/.test(name) ? `${of}.${name}` : `${of}[${JSON.stringify(name)}]`);
    register(capture, Reflect.get(namespace, name), () => ({ kind: 'member', hint: name, of: module, access }));
  }
}

function register(capture: Capture, value: unknown, node: () => GraphNode): void {
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
  if (isObject && !capture.imported.has(value) && intrinsic(value) === undefined) capture.imported.set(value, node());
}

/** The node of an import binding. */
export function importOf(capture: Capture, script: Script, variable: Variable): Import {
  const definition = script.syntax.definition(variable);
  const declaration = definition?.parent as AstNode & { type: 'ImportDeclaration' };
  const imported = importedName(definition?.node as AstNode);
  const attributes = declaration.attributes.map(({ start, end }) => script.source.slice(start, end)).join(', ');
  const suffix = attributes && ` with { ${attributes} }`;
  return importFrom(capture, variable.name, String(declaration.source.value), imported, script.dir, suffix);
}

/** The node of an import; the same one for the same import. */
export function importFrom(
  capture: Capture,
  hint: string,
  specifier: string,
  imported: string,
  from: string,
  attributes = '',
): Import {
  const dir = isBuiltin(specifier) ? '' : from;
  const key = `${specifier}|${dir}|${imported}`;
  let node = capture.imports.get(key);
  if (!node) {
    node = { kind: 'import', hint, specifier, imported, dir, attributes };
    capture.imports.set(key, node);
  }
  return node;
}

function importedName(specifier: AstNode): string {
  if (specifier.type === 'ImportDefaultSpecifier') return 'default';
  if (specifier.type !== 'ImportSpecifier') return '*';
  const { imported } = specifier;
  return imported.type === 'Identifier' ? imported.name : String(imported.value);
}

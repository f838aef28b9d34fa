import fs from 'node:fs';
import path from 'node:path';
import { importReference } from '../bundle/reference.js';
import { type Edit, type Import, quote } from '../graph/nodes.js';
import type { AstNode, Identifier } from '../script/ast.js';
import type { Script } from '../script/script.js';
import type { Capture } from './capture.js';
import { importFrom } from './imports.js';

/** What vitest makes of `import`, `import()` and `import.meta`: a function around the module has these parameters. */
const STATIC = /^__vi(te_ssr)?_import__$/;
const DYNAMIC = /^__vi(te_ssr)?_dynamic_import__$/;
const META = /^__vi(te_ssr)?_import_meta__$/;

export const isVitestParameter = (name: string): boolean => DYNAMIC.test(name) || META.test(name);
export const isVitestMeta = (name: string): boolean => META.test(name);

/** The import that a declarator `x = await __vite_ssr_import__('…')` stands for. */
export function vitestImport(capture: Capture, script: Script, node: AstNode): Import | undefined {
  const call = node.type === 'VariableDeclarator' && node.init?.type === 'AwaitExpression' ? node.init.argument : null;
  if (call?.type !== 'CallExpression' || call.callee.type !== 'Identifier' || !STATIC.test(call.callee.name)) {
    return undefined;
  }
  const [source] = call.arguments;
  if (source?.type !== 'Literal') return undefined;
  return importFrom(capture, 'module', specifierOf(String(source.value)), '*', script.dir);
}

/** The edit that makes `__vite_ssr_dynamic_import__('…')` an `import()` again. */
export function vitestDynamicImport(script: Script, id: Identifier): Edit | undefined {
  const call = script.syntax.parent(id);
  if (!DYNAMIC.test(id.name) || call?.type !== 'CallExpression') return undefined;
  const [source] = call.arguments;
  if (source?.type !== 'Literal') return undefined;
  const reference = importReference(script.dir, specifierOf(String(source.value)));
  return { start: call.start, end: call.end, text: `import(${quote(reference)})` };
}

/** vitest names files by their path below its root. */
function specifierOf(url: string): string {
  if (!url.startsWith('/')) return url;
  const file = url.startsWith('/@fs/') ? url.slice('/@fs'.length) : path.join(process.cwd(), url);
  return fs.existsSync(file) ? file : url;
}

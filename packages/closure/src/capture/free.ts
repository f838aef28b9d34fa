import { importReference } from '../bundle/reference.js';
import { type Code, type Edit, quote } from '../graph/nodes.js';
import type { AnyFunction } from '../inspector/functions.js';
import { type AstNode, type ClassNode, childrenOf, type Identifier, isFunction } from '../script/ast.js';
import type { Range, Use } from '../script/syntax.js';
import type { Capture } from './capture.js';
import { baseOf } from './class.js';
import { captureGlobal } from './global.js';
import { importFrom, registerImports } from './imports.js';
import { metaEdit } from './place.js';
import { awaitedImport, isRequire, isWrapperParameter } from './require.js';
import type { Site } from './site.js';
import { captureVariable } from './variable.js';

/** Replaces the variables that a piece of source takes from around it by what they are now. */
export function captureFree(
  capture: Capture,
  code: Code,
  site: Site,
  cls?: { readonly node: ClassNode; readonly fn: AnyFunction },
  declared: ReadonlySet<Identifier> = new Set(),
): void {
  const { script } = site;
  registerImports(capture, site);
  const base = cls?.node.superClass;
  const liveBase = cls && base && !isImported(site, base) ? base : undefined;
  if (cls && liveBase) {
    code.edits.push({ start: liveBase.start, end: liveBase.end, text: '', node: baseOf(capture, cls.fn, site.trail) });
  }
  for (const use of script.syntax.free(code)) {
    const inBase = liveBase && use.id.start >= liveBase.start && use.id.end <= liveBase.end;
    if (inBase || declared.has(use.id)) continue;
    const edit = captureUse(capture, site, use);
    if (edit) code.edits.push({ ...edit, deferred: isDeferred(code, use.id) });
  }
  replaceMeta(capture, code, site);
  redirectImports(capture, code);
}

function captureUse(capture: Capture, site: Site, { id, variable }: Use): Edit | undefined {
  const { syntax } = site.script;
  const known = variable?.defs.length && !isWrapperParameter(site.script, variable);
  if (!known && id.name !== 'arguments') return captureGlobal(capture, site, id);
  if (!variable) return undefined;
  const { node, note } = captureVariable(capture, site, variable, id);
  const text = syntax.isShorthand(id) ? `${id.name}: ` : '';
  return { start: id.start, end: id.end, text, node, note };
}

/** Whether the base of a class is an import: then the import travels. */
function isImported({ script }: Site, base: AstNode): boolean {
  const root = base.type === 'MemberExpression' ? base.object : base;
  const variable = script.syntax.free(root).find((use) => use.id === root)?.variable;
  const definition = variable && script.syntax.definition(variable);
  if (definition?.type === 'ImportBinding') return true;
  const node = definition?.node;
  return node?.type === 'VariableDeclarator' && !!node.init && isRequire(script, node.init);
}

/** Whether an expression is evaluated only when a function is called. */
function isDeferred({ script, start, end }: Code, node: AstNode): boolean {
  for (const around of script.syntax.ancestors(node)) {
    if (around.start < start || around.end > end) return false;
    if (isFunction(around) || (around.type === 'PropertyDefinition' && !around.static)) return true;
  }
  return false;
}

/** The nodes that lie within a range, and what is in them. */
function* nodesWithin(node: AstNode, range: Range): Generator<AstNode> {
  if (node.start >= range.end || node.end <= range.start) return;
  if (node.start >= range.start && node.end <= range.end) yield node;
  for (const child of childrenOf(node)) yield* nodesWithin(child, range);
}

/** `import.meta.url` is the place of the module in the task. */
function replaceMeta(capture: Capture, code: Code, site: Site): void {
  for (const node of nodesWithin(code.script.syntax.program, code)) {
    if (node.type === 'MetaProperty' && node.meta.name === 'import') code.edits.push(metaEdit(capture, site, node));
  }
}

/**
 * `import('./x.js')` is resolved from the script that it is written in; awaited outside of functions it becomes an
 * import of the bundle, which has no top-level await.
 */
function redirectImports(capture: Capture, code: Code): void {
  const { script } = code;
  const awaited = new Set<AstNode>();
  for (const node of nodesWithin(script.syntax.program, code)) {
    const found = isDeferred(code, node) ? undefined : awaitedImport(node);
    if (found) {
      const { specifier, convert } = found;
      const module = importFrom(capture, 'module', specifier, '*', script.dir);
      if (convert) {
        code.edits.push({ start: node.start, end: convert.start, text: '[', node: module, rest: '].map(' });
        code.edits.push({ start: convert.end, end: node.end, text: ')[0]' });
      } else code.edits.push({ start: node.start, end: node.end, text: '', node: module });
      for (const inner of nodesWithin(node, node)) awaited.add(inner);
    } else if (node.type === 'ImportExpression' && node.source.type === 'Literal' && !awaited.has(node)) {
      const { start, end, value } = node.source;
      code.edits.push({ start, end, text: quote(importReference(script.dir, String(value))) });
    }
  }
}

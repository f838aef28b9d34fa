import { importReference } from '../bundle/reference.js';
import { type Edit, quote } from '../graph/nodes.js';
import { lookup } from '../inspector/functions.js';
import { Refusal, type Trail } from '../refusal.js';
import type { AstNode, Identifier } from '../script/ast.js';
import type { Script } from '../script/script.js';
import type { Capture } from './capture.js';
import { globalNames } from './intrinsics.js';
import { metaEdit, placeOf } from './place.js';
import { replayInitialiser } from './replay.js';
import type { Site } from './site.js';
import { captureValue } from './value.js';
import { isVitestMeta, vitestDynamicImport } from './vitest.js';

/** The edit for a name that the script does not declare; undefined to leave it as it is. */
export function captureGlobal(capture: Capture, site: Site, id: Identifier): Edit | undefined {
  const { script, trail } = site;
  const at = script.position(id.start);
  const parent = script.syntax.parent(id);
  if (id.name === 'require' && parent?.type === 'CallExpression' && parent.callee === id) {
    const [name] = parent.arguments;
    if (name?.type !== 'Literal') {
      throw new Refusal('require() has a computed name', trail, 'Use a literal name of a module.', {
        at,
        final: 'here',
      });
    }
    const text = quote(importReference(script.dir, String(name.value)));
    return { start: name.start, end: name.end, text };
  }
  const dynamicImport = vitestDynamicImport(script, id);
  if (dynamicImport) return dynamicImport;
  if (isVitestMeta(id.name)) return metaEdit(capture, site, id);
  if (!script.isModule) {
    if ((id.name === '__filename' || id.name === '__dirname') && script.file !== '') {
      const shorthand = script.syntax.isShorthand(id) ? `${id.name}: ` : '';
      return { start: id.start, end: id.end, text: shorthand + placeOf(capture, script, id.name) };
    }
    if (id.name === 'exports' && parent?.type === 'MemberExpression' && parent.property.type === 'Identifier') {
      return captureExport(capture, site, parent, parent.property.name);
    }
    if (id.name === 'module' || id.name === 'exports') {
      throw new Refusal(`it uses the CommonJS variable '${id.name}'`, trail, 'Use a const instead.', { at });
    }
  }
  if (globalNames.has(id.name) || !(id.name in globalThis)) return undefined;
  const step: Trail = { text: `global variable '${id.name}'`, at, from: trail };
  const value: unknown = Reflect.get(globalThis, id.name);
  const { node, how, what } = captureValue(capture, value, id.name, step, () => undefined);
  return { start: id.start, end: id.end, text: '', node, note: { name: id.name, how, what, at } };
}

/** An exported variable of the job's module, as compilers to CommonJS write it: `exports.x`. */
function captureExport(capture: Capture, site: Site, member: AstNode, name: string): Edit {
  const { script, trail } = site;
  const at = script.position(member.start);
  const step: Trail = { text: `exported variable '${name}'`, at, from: trail };
  const found = lookup(site.contexts, 'exports');
  const exported = found.state === 'value' ? (found.value as Record<string, unknown>) : {};
  const { node, how, what } = captureValue(capture, exported[name], name, step, () => {
    const init = exportInitialiser(script, name);
    return init && replayInitialiser(capture, { ...site, trail: step }, init, name);
  });
  return { start: member.start, end: member.end, text: '', node, note: { name, how, what, at } };
}

/** The value of `exports.name = value`. */
function exportInitialiser(script: Script, name: string): AstNode | undefined {
  for (const statement of script.syntax.program.body) {
    const assignment = statement.type === 'ExpressionStatement' ? statement.expression : undefined;
    if (assignment?.type !== 'AssignmentExpression' || assignment.left.type !== 'MemberExpression') continue;
    const { object, property } = assignment.left;
    const isExport = object.type === 'Identifier' && object.name === 'exports';
    const matches = property.type === 'Identifier' && property.name === name;
    if (isExport && matches && assignment.right.type !== 'UnaryExpression') return assignment.right;
  }
  return undefined;
}

import { META, META_HINT, type PlaceKind, placeMark } from '../files/marks.js';
import type { Edit } from '../graph/nodes.js';
import { Refusal } from '../refusal.js';
import { type AstNode, contains, isClass, isFunction } from '../script/ast.js';
import type { Script } from '../script/script.js';
import type { Capture } from './capture.js';
import type { Site } from './site.js';
import { isVitestMeta } from './vitest.js';

const KINDS: Readonly<Record<string, PlaceKind>> = { url: 'url', filename: 'filename', dirname: 'dirname' };

/** The edit for `import.meta`, of which `node` is the text: what is asked of it is the place of the module in the task. */
export function metaEdit(capture: Capture, { script, trail }: Site, node: AstNode): Edit {
  const member = script.syntax.parent(node);
  const key = member?.type === 'MemberExpression' && !member.computed && member.property;
  const kind = key && key.type === 'Identifier' && script.file !== '' ? KINDS[key.name] : undefined;
  if (!member || !kind) {
    throw new Refusal(META, trail, META_HINT, { at: script.position(node.start), final: 'here' });
  }
  return { start: member.start, end: member.end, text: placeMark(numberOf(capture, script), kind) };
}

/** The text for `__filename` or `__dirname`. */
export function placeOf(capture: Capture, script: Script, name: '__filename' | '__dirname'): string {
  return placeMark(numberOf(capture, script), name === '__filename' ? 'filename' : 'dirname');
}

function numberOf({ places }: Capture, { file }: Script): number {
  const known = places.indexOf(file);
  return known < 0 ? places.push(file) - 1 : known;
}

/** Whether a value is a path, or the address of one. */
export const isPath = (value: unknown): boolean => typeof value === 'string' || value instanceof URL;

const isLeaf = (node: AstNode) => isFunction(node) || isClass(node);

/** Whether an initialiser names the place of its module, itself or by constants. */
export function namesPlace(script: Script, init: AstNode, depth = 0): boolean {
  const meta = contains(init, ({ type }) => type === 'MetaProperty', isLeaf);
  if (meta) return true;
  return script.syntax.free(init).some(({ id, variable }) => {
    if (id.name === '__filename' || id.name === '__dirname' || isVitestMeta(id.name)) return true;
    const declarator = variable && script.syntax.definition(variable)?.node;
    const constant = declarator?.type === 'VariableDeclarator' && declarator.init;
    return !!constant && depth < 8 && namesPlace(script, constant, depth + 1);
  });
}

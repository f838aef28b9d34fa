import type { Variable } from 'eslint-scope';
import type { Cell, GraphNode, Note } from '../graph/nodes.js';
import { type Lookup, lookup } from '../inspector/functions.js';
import { formatPosition } from '../position.js';
import { Refusal, type Trail } from '../refusal.js';
import type { AstNode, Identifier } from '../script/ast.js';
import type { Definition } from '../script/syntax.js';
import type { Capture } from './capture.js';
import type { Context } from './contexts.js';
import { importOf } from './imports.js';
import { isPath, namesPlace } from './place.js';
import { replayDeclaration } from './replay.js';
import { isRequire } from './require.js';
import type { Site } from './site.js';
import { type CapturedValue, captureValue } from './value.js';
import { vitestImport } from './vitest.js';

/** A captured variable: what stands for it, and what `explain` says. */
export interface Captured {
  readonly node: GraphNode;
  readonly note: Note;
}

/** The node of a variable that a function takes from around it. */
export function captureVariable(capture: Capture, site: Site, variable: Variable, id: Identifier): Captured {
  const { script, contexts } = site;
  const definition = script.syntax.definition(variable);
  const at = script.position(definition?.name.start ?? id.start);
  const named = (value: CapturedValue): Captured => ({
    node: value.node,
    note: { name: variable.name, how: value.how, what: value.what, at },
  });
  if (definition?.type === 'ImportBinding') {
    const node = importOf(capture, script, variable);
    return named({ node, how: 'import', what: node.specifier });
  }
  const found = lookup(contexts, variable.name);
  const trail: Trail = { text: `captured variable '${variable.name}'`, at, from: site.trail };
  const inner: Site = { ...site, trail };
  const { key, hit } = knownAs(capture, inner, variable, definition, found);
  if (hit) return hit;

  const transformed = definition && vitestImport(capture, script, definition.node);
  if (transformed)
    return capture.variables.set(key, named({ node: transformed, how: 'import', what: transformed.specifier }));

  const init = initialiserOf(definition);
  const writes = writesOf(variable);
  const replay = () =>
    definition && (!writes.length || found.state === 'invisible')
      ? replayDeclaration(capture, inner, variable, definition)
      : undefined;
  if (init && isRequire(script, init)) {
    const node = replay();
    const what = script.source.slice(init.start, init.end).slice(0, 80);
    if (node) return capture.variables.set(key, named({ node, how: 'import', what }));
  }
  refuseUninitialised(found, definition, init, writes.length > 0, trail);
  if (found.state !== 'value') {
    const node = replay();
    if (node) return capture.variables.set(key, named({ node, how: 'replay', what: 'declaration' }));
    throw new Refusal('V8 does not show its value', trail);
  }
  const assigned = writes.some((write) => write.from.variableScope !== variable.scope.variableScope);
  if (assigned) {
    capture.warn(
      `variable '${variable.name}' (${formatPosition(at)}) is assigned to by a function: each subtask has a copy of its own, and this program does not see it change`,
    );
    const owner = variable.scope.type === 'module' ? undefined : site.owner;
    const cell: Cell = { kind: 'cell', hint: variable.name, assigned, value: UNDEFINED, owner };
    capture.variables.set(key, named({ node: cell, how: 'value', what: '' }));
    const value = captureValue(capture, found.value, variable.name, trail, () => undefined);
    cell.value = value.node;
    return capture.variables.set(key, named({ ...value, node: cell }));
  }
  if (init && isPath(found.value) && namesPlace(script, init)) {
    const node = capture.attempt(replay);
    if (node && !(node instanceof Refusal)) {
      return capture.variables.set(key, named({ node, how: 'replay', what: 'path' }));
    }
  }
  const value = captureValue(capture, found.value, variable.name, trail, replay);
  const node: GraphNode =
    value.node.kind === 'literal'
      ? { kind: 'cell', hint: variable.name, assigned: false, value: value.node }
      : value.node;
  return capture.variables.set(key, named({ ...value, node }));
}

const UNDEFINED: GraphNode = { kind: 'literal', code: 'undefined' };

/** The key of a variable of an activation, and what is known of it. */
function knownAs(
  capture: Capture,
  site: Site & { readonly trail: Trail | undefined },
  variable: Variable,
  definition: Definition | undefined,
  found: Lookup<Context>,
): { readonly key: string; readonly hit?: Captured } {
  const { script, contexts, owner } = site;
  const context = found.state === 'invisible' ? undefined : found.scope;
  const block = (variable.scope.block as unknown as AstNode).start;
  const base = [script.id, block, variable.name, definition?.name.start, context?.id ?? contexts[0]?.id].join(':');
  for (let twin = 0; ; twin++) {
    const key = `${base}:${twin}`;
    const hit = capture.variables.get(key);
    if (!hit) return { key };
    const first = hit.node.kind === 'cell' ? (hit.node.owner as Site['owner'] | undefined) : undefined;
    if (!first || first === owner || !context?.guessed) return { key, hit };
    const trail = site.trail as Trail;
    if (capture.contexts.sharesVariable(first, owner, variable, context, script, trail)) return { key, hit };
  }
}

function initialiserOf(definition: Definition | undefined): AstNode | undefined {
  const node = definition?.node;
  return (node?.type === 'VariableDeclarator' && node.init) || undefined;
}

const writesOf = (variable: Variable) => variable.references.filter((use) => use.isWrite() && !use.init);

/** A variable whose declaration has not run yet. */
function refuseUninitialised(
  found: Lookup,
  definition: Definition | undefined,
  init: AstNode | undefined,
  written: boolean,
  trail: Trail,
): void {
  // Node 20 shows such variables as undefined: those whose value cannot be that are told.
  const cannotBeUndefined =
    init && /^(Literal|TemplateLiteral|(Object|Array|New|Function|ArrowFunction|Class)Expression)$/.test(init.type);
  const isVar = definition?.parent?.type === 'VariableDeclaration' && definition.parent.kind === 'var';
  const empty = found.state === 'value' && found.value === undefined && !written && !isVar;
  if (found.state === 'uninitialised' || (empty && cannotBeUndefined)) {
    const reason = 'it has no value yet: its declaration runs later';
    throw new Refusal(reason, trail, 'Move the declaration above the use of the function.', { passing: true });
  }
}

import { needs } from './emit/survey.js';
import type { GraphNode, Note } from './graph/nodes.js';

/** Something that a function takes along. */
export interface Explanation extends Note {
  /** Characters of source text that it adds, with all that it needs itself; imported modules not counted. */
  readonly bytes: number;
}

/** What a function takes along, and why. */
export interface FunctionExplanation {
  readonly name: string;
  readonly captured: readonly Explanation[];
}

/** All variables that are captured on the way from a node. */
export function explain(root: GraphNode, sizes: ReadonlyMap<GraphNode, number>): Explanation[] {
  const found = new Map<string, Explanation>();
  for (const node of reachable(root)) {
    if (node.kind !== 'code') continue;
    for (const { note, node: value } of node.edits) {
      if (!note || !value) continue;
      const key = `${note.name}:${note.at.file}:${note.at.line}:${note.at.column}`;
      if (found.has(key)) continue;
      let bytes = 0;
      for (const part of reachable(value)) bytes += sizes.get(part) ?? 0;
      found.set(key, { ...note, bytes });
    }
  }
  return [...found.values()];
}

/** A node and all that it needs, in the order of the source. */
function reachable(root: GraphNode): Set<GraphNode> {
  const seen = new Set<GraphNode>();
  const visit = (node: GraphNode) => {
    if (seen.has(node)) return;
    seen.add(node);
    for (const { node: child } of needs(node)) visit(child);
  };
  visit(root);
  return seen;
}

import type { GraphNode, Part } from '../graph/nodes.js';

/** The nodes that a node needs, in the order in which they are written. */
export function needs(node: GraphNode): { readonly node: GraphNode; readonly fromCode: boolean }[] {
  const inParts = (parts: readonly Part[]) =>
    parts.flatMap((part) => (typeof part === 'string' ? [] : [{ node: part, fromCode: false }]));
  switch (node.kind) {
    case 'built':
      return inParts([
        ...node.open,
        ...node.entries.flatMap((entry) => entry.parts),
        ...node.after.flatMap((statement) => statement('')),
      ]);
    case 'code':
      return [
        ...node.edits.flatMap((edit) => (edit.node ? [{ node: edit.node, fromCode: true }] : [])),
        ...inParts(node.after.flatMap((statement) => statement(''))),
      ];
    case 'cell':
      return inParts([node.value]);
    case 'member':
      return inParts([node.of]);
    default:
      return [];
  }
}

/**
 * The values that need a constant of their own: those that are used more than once or by source text, are part of a
 * cycle, or are completed by statements. All others are written where they are used.
 */
export function sharedNodes(roots: readonly GraphNode[]): Set<GraphNode> {
  const shared = new Set<GraphNode>();
  const seen = new Set<GraphNode>();
  const open = new Set<GraphNode>();
  const visit = (node: GraphNode) => {
    if (node.kind === 'literal') return;
    if (seen.has(node)) {
      shared.add(node);
      return;
    }
    seen.add(node);
    open.add(node);
    if (node.kind === 'built' && node.after.length) shared.add(node);
    for (const { node: child, fromCode } of needs(node)) {
      if (open.has(child)) shared.add(child).add(node);
      if (fromCode) shared.add(child);
      visit(child);
    }
    open.delete(node);
  };
  for (const root of roots) visit(root);
  return shared;
}

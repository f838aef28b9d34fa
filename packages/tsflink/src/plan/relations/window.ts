import type { MessageInitShape } from '@bufbuild/protobuf';
import type { ExpressionNode } from '../../expressions/node.js';
import type { GroupWindowSchema } from '../../generated/tsflink/v1/plan_pb.js';
import type { ExpressionInit } from '../relation.js';

/** A window to group by: `Tumble`, `Slide` or `Session`. */
export interface GroupWindowNode {
  readonly alias: string;
  readonly time: ExpressionNode;
  readonly window:
    | { readonly case: 'tumble'; readonly size: ExpressionNode }
    | { readonly case: 'slide'; readonly size: ExpressionNode; readonly every: ExpressionNode }
    | { readonly case: 'session'; readonly gap: ExpressionNode };
}

/** Puts a window into the form in which it travels. */
export function encodeGroupWindow(
  { alias, time, window }: GroupWindowNode,
  expression: (node: ExpressionNode) => ExpressionInit,
): MessageInitShape<typeof GroupWindowSchema> {
  const common = { alias, time: expression(time) };
  switch (window.case) {
    case 'tumble':
      return { ...common, window: { case: 'tumble', value: { size: expression(window.size) } } };
    case 'slide': {
      const value = { size: expression(window.size), every: expression(window.every) };
      return { ...common, window: { case: 'slide', value } };
    }
    case 'session':
      return { ...common, window: { case: 'session', value: { gap: expression(window.gap) } } };
  }
}

import type { ResultStrategyNode } from './nodes.js';

/** A view of accumulators whose types calls tell: what `listView` and `mapView` make of type strategies. */
export class ViewStrategy<out V = unknown> {
  /** The type of the view. */
  declare readonly value: V;

  /** @internal */
  constructor(
    /** As plain data; without a key it is a list. */
    readonly strategy: { readonly key?: ResultStrategyNode; readonly value: ResultStrategyNode },
  ) {}
}

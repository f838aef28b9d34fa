import type { TypeNode } from '../codec/index.js';

/** A `ListView` or `MapView`. */
export interface ViewSpec {
  readonly name: string;
  /** Of a MapView. */
  readonly key?: TypeNode;
  /** Of the elements, or of the values. */
  readonly value: TypeNode;
}

export type { BridgedTo, Field, TypeNode, TypeRootName } from './typeNode.js';

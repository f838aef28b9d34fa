import type { EncodeRelation, RelationNode } from './relation.js';
import { encodeAggregate } from './relations/aggregate.js';
import { encodeApplyAggregate } from './relations/apply-aggregate.js';
import { encodeApplyFunction } from './relations/apply-function.js';
import { encodeCached } from './relations/cached.js';
import { encodeDescriptorScan } from './relations/descriptor-scan.js';
import { encodeDistinct } from './relations/distinct.js';
import { encodeFetch } from './relations/fetch.js';
import { encodeFilter } from './relations/filter.js';
import { encodeFunctionScan } from './relations/function-scan.js';
import { encodeJoin } from './relations/join.js';
import { encodeLateralJoin } from './relations/lateral-join.js';
import { encodeModelPredict } from './relations/model-predict.js';
import { encodeModifyColumns } from './relations/modify-columns.js';
import { encodeOverWindowProject } from './relations/over-window-project.js';
import { encodeProject } from './relations/project.js';
import { encodeRename } from './relations/rename.js';
import { encodeSetOperation } from './relations/set-operation.js';
import { encodeSort } from './relations/sort.js';
import { encodeSqlQuery } from './relations/sql-query.js';
import { encodeTableScan } from './relations/table-scan.js';
import { encodeValues } from './relations/values.js';
import { encodeWindowAggregate } from './relations/window-aggregate.js';

/** One for each kind of relation: a kind that is missing does not compile. */
const ENCODERS: { readonly [K in RelationNode['kind']]: EncodeRelation<Extract<RelationNode, { kind: K }>> } = {
  tableScan: encodeTableScan,
  sqlQuery: encodeSqlQuery,
  values: encodeValues,
  project: encodeProject,
  filter: encodeFilter,
  aggregate: encodeAggregate,
  rename: encodeRename,
  fetch: encodeFetch,
  sort: encodeSort,
  distinct: encodeDistinct,
  setOperation: encodeSetOperation,
  join: encodeJoin,
  modifyColumns: encodeModifyColumns,
  cached: encodeCached,
  windowAggregate: encodeWindowAggregate,
  overWindowProject: encodeOverWindowProject,
  lateralJoin: encodeLateralJoin,
  functionScan: encodeFunctionScan,
  descriptorScan: encodeDescriptorScan,
  applyFunction: encodeApplyFunction,
  applyAggregate: encodeApplyAggregate,
  modelPredict: encodeModelPredict,
};

/** Puts any relation into the form in which it travels. */
export const encodeRelation: EncodeRelation<RelationNode> = (relation, inputs, expression) =>
  (ENCODERS[relation.kind] as EncodeRelation<RelationNode>)(relation, inputs, expression);

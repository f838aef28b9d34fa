import type { MessageInitShape } from '@bufbuild/protobuf';
import type { ExpressionNode } from '../expressions/node.js';
import type { ExpressionSchema } from '../generated/tsflink/v1/expressions_pb.js';
import type { RelationSchema } from '../generated/tsflink/v1/plan_pb.js';
import type { CallSite } from '../source/call-site.js';
import type { Aggregate } from './relations/aggregate.js';
import type { ApplyAggregate } from './relations/apply-aggregate.js';
import type { ApplyFunction } from './relations/apply-function.js';
import type { Cached } from './relations/cached.js';
import type { DescriptorScan } from './relations/descriptor-scan.js';
import type { Distinct } from './relations/distinct.js';
import type { Fetch } from './relations/fetch.js';
import type { Filter } from './relations/filter.js';
import type { FunctionScan } from './relations/function-scan.js';
import type { Join } from './relations/join.js';
import type { LateralJoin } from './relations/lateral-join.js';
import type { ModelPredict } from './relations/model-predict.js';
import type { ModifyColumns } from './relations/modify-columns.js';
import type { OverWindowProject } from './relations/over-window-project.js';
import type { Project } from './relations/project.js';
import type { Rename } from './relations/rename.js';
import type { SetOperation } from './relations/set-operation.js';
import type { Sort } from './relations/sort.js';
import type { SqlQuery } from './relations/sql-query.js';
import type { TableScan } from './relations/table-scan.js';
import type { Values } from './relations/values.js';
import type { WindowAggregate } from './relations/window-aggregate.js';

/** What every relation has. */
export interface RelationBase {
  readonly inputs: readonly RelationNode[];
  /** The call of the user's program that made it. */
  readonly site: CallSite;
}

/** What a table stands for. Immutable; parts may be shared. */
export type RelationNode =
  | TableScan
  | SqlQuery
  | Values
  | Project
  | Filter
  | Aggregate
  | Rename
  | Fetch
  | Sort
  | Distinct
  | SetOperation
  | Join
  | ModelPredict
  | ModifyColumns
  | ApplyAggregate
  | ApplyFunction
  | DescriptorScan
  | FunctionScan
  | LateralJoin
  | OverWindowProject
  | WindowAggregate
  | Cached;

/** An expression as it travels. */
export type ExpressionInit = MessageInitShape<typeof ExpressionSchema>;

/** Puts a relation into the form in which it travels, given the indexes of its inputs. */
export type EncodeRelation<R extends RelationBase> = (
  relation: R,
  inputs: readonly number[],
  expression: (node: ExpressionNode) => ExpressionInit,
) => NonNullable<MessageInitShape<typeof RelationSchema>['node']>;

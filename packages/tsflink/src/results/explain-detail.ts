/** What `explain` tells besides the plans. Maps to Flink's `ExplainDetail`. */
export type ExplainDetail =
  /** How many rows, and how much work, the optimiser expects of each operator. */
  | 'ESTIMATED_COST'
  /** Which kinds of changes each operator emits. */
  | 'CHANGELOG_MODE'
  /** The execution plan as JSON. */
  | 'JSON_EXECUTION_PLAN'
  /** What may go wrong with the plan, and how to better it. */
  | 'PLAN_ADVICE';

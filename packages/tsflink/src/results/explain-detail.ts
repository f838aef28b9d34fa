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

/** The form of what `explain` says; Flink has one. Maps to Flink's `ExplainFormat`. */
export type ExplainFormat = 'TEXT';

/** What `explain` takes: a format if it is to be said, and details. */
export type Explained = readonly (ExplainFormat | ExplainDetail)[];

/** The details alone. */
export function explainDetails(explained: Explained): readonly ExplainDetail[] {
  return explained.filter((detail) => detail !== 'TEXT');
}

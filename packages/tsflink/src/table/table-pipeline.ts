import type { Session } from '../environment/session.js';
import type { InsertNode } from '../plan/statement.js';
import { type Explained, explainDetails } from '../results/explain-detail.js';
import type { TableResult } from '../results/table-result.js';
import { CallSite } from '../source/call-site.js';
import type { Untyped } from '../types/untyped.js';
import { CompiledPlan } from './compiled-plan.js';

/** A query and the table that it is to be inserted into. Maps to Flink's `TablePipeline`. */
export class TablePipeline {
  /** @internal Pipelines come from `Table.insertInto`. */
  constructor(
    private readonly session: Session,
    /** @internal What a statement set takes over. */
    readonly node: InsertNode,
  ) {}

  /** Starts the job; `await()` of the result waits for its end. */
  execute(): Promise<TableResult<Untyped>> {
    return this.session.execute(this.node, new CallSite());
  }

  /** How Flink would run it. */
  explain(...details: Explained): Promise<string> {
    return this.session.explain(this.node, explainDetails(details), new CallSite());
  }

  /** Writes what {@link explain} says to the standard output. */
  async printExplain(...details: Explained): Promise<void> {
    process.stdout.write(`${await this.explain(...details)}\n`);
  }

  /** Compiles it to a plan that can be kept, and run by a later version of Flink. */
  async compilePlan(): Promise<CompiledPlan> {
    return new CompiledPlan(this.session, await this.session.compile(this.node, false, new CallSite()));
  }

  /** The path of the sink; undefined where it has none. */
  getSinkIdentifier(): string | undefined {
    return typeof this.node.sink === 'string' ? this.node.sink : undefined;
  }
}

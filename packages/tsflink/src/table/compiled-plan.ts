import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import type { Session } from '../environment/session.js';
import { FlinkError } from '../errors/flink-error.js';
import type { CompiledPlanContent } from '../plan/statement.js';
import { type Explained, explainDetails } from '../results/explain-detail.js';
import type { TableResult } from '../results/table-result.js';
import { CallSite } from '../source/call-site.js';
import type { Untyped } from '../types/untyped.js';

/** What the gateway tells of a plan. */
export interface CompiledPlanInfo {
  readonly content: CompiledPlanContent;
  readonly flinkVersion: string;
}

/**
 * A job that is planned: it stays the same when statistics, or the version of Flink, change. In streaming mode only, as
 * in Flink. Maps to Flink's `CompiledPlan`.
 * @example
 * const plan = await tEnv.compilePlanSql('INSERT INTO sink SELECT * FROM source');
 * await plan.writeToFile('job.json');
 */
export class CompiledPlan {
  /** @internal Plans come from `compilePlan` and `loadPlan`. */
  constructor(
    private readonly session: Session,
    private readonly info: CompiledPlanInfo,
  ) {}

  /** The plan as JSON. */
  asJsonString(): string {
    return this.info.content.case === 'json' ? this.info.content.value : '';
  }

  /** The plan in the binary form Smile, which is smaller. */
  async asSmileBytes(): Promise<Uint8Array> {
    const { content } = await this.session.compile(this.statement, true, new CallSite());
    return content.case === 'smile' ? content.value : new Uint8Array();
  }

  /** Writes the plan as JSON. Throws FILE_EXISTS for a file that is there, unless `ignoreIfExists`, which leaves it. */
  async writeToFile(path: string | URL, ignoreIfExists = false): Promise<void> {
    if (existsSync(path)) {
      if (ignoreIfExists) return;
      throw new FlinkError('FILE_EXISTS', `The file ${path} exists`, {
        hint: 'Remove it first, or call writeToFile(path, true) to leave it as it is.',
      });
    }
    await writeFile(path, this.asJsonString());
  }

  /** The version of Flink that compiled it. */
  getFlinkVersion(): string {
    return this.info.flinkVersion;
  }

  /** Writes the plan as JSON to the standard output. */
  printJsonString(): this {
    process.stdout.write(`${this.asJsonString()}\n`);
    return this;
  }

  /** Starts the job; `await()` of the result waits for its end. */
  execute(): Promise<TableResult<Untyped>> {
    return this.session.execute(this.statement, new CallSite());
  }

  /** How Flink would run it. */
  explain(...details: Explained): Promise<string> {
    return this.session.explain(this.statement, explainDetails(details), new CallSite());
  }

  /** Writes what {@link explain} says to the standard output. */
  async printExplain(...details: Explained): Promise<void> {
    process.stdout.write(`${await this.explain(...details)}\n`);
  }

  private get statement() {
    return { case: 'compiledPlan', content: this.info.content } as const;
  }
}

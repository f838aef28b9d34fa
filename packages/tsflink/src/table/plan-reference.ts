import { readFileSync } from 'node:fs';
import { FlinkError } from '../errors/flink-error.js';
import type { CompiledPlanContent } from '../plan/statement.js';

/**
 * Where a compiled plan is. Maps to Flink's `PlanReference`.
 * @example await tEnv.loadPlan(PlanReference.fromFile('job.json'))
 */
export class PlanReference {
  private constructor(
    /** The text or bytes of the plan. */
    readonly content: CompiledPlanContent,
    private readonly where: string,
  ) {}

  /** A file of this machine, which has the plan as JSON. Throws FILE_NOT_FOUND. */
  static fromFile(path: string | URL): PlanReference {
    try {
      return new PlanReference({ case: 'json', value: readFileSync(path, 'utf8') }, `Plan from file '${path}'`);
    } catch (cause) {
      throw new FlinkError('FILE_NOT_FOUND', `The plan ${path} cannot be read`, {
        hint: 'Write it first: plan.writeToFile(path).',
        cause,
      });
    }
  }

  /** The plan as JSON. */
  static fromJsonString(json: string): PlanReference {
    return new PlanReference({ case: 'json', value: json }, `Plan:\n${json}`);
  }

  /** The plan in the binary form Smile, as `asSmileBytes` gives it. */
  static fromSmileBytes(bytes: Uint8Array): PlanReference {
    return new PlanReference({ case: 'smile', value: new Uint8Array(bytes) }, `Plan:\n${bytes.length} bytes of Smile`);
  }

  /** The text or bytes of the plan. */
  getContent(): string | Uint8Array {
    return this.content.value;
  }

  /** For messages. */
  toString(): string {
    return this.where;
  }
}

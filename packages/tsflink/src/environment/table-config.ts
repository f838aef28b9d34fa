import { CallSite } from '../source/call-site.js';
import type { Session } from './session.js';

/** The options of an environment. Maps to Flink's `TableConfig`. */
export class TableConfig {
  /** @internal The environment has one. */
  constructor(private readonly session: Session) {}

  /**
   * Sets an option of Flink, for what is executed after.
   * @example tEnv.getConfig().set('table.exec.mini-batch.enabled', true);
   */
  set(key: string, value: string | number | boolean): this {
    this.session.enqueue({ kind: 'setConfiguration', key, value: String(value), site: new CallSite() });
    return this;
  }

  /**
   * Sets a parameter of the jobs: functions read it by `context.getJobParameter(key)`. Maps to Flink's
   * `TableConfig.addJobParameter`.
   */
  addJobParameter(key: string, value: string): this {
    return this.set(`pipeline.global-job-parameters.${key}`, value);
  }

  /** Sets an option back to its default. */
  reset(key: string): this {
    this.session.enqueue({ kind: 'setConfiguration', key, value: undefined, site: new CallSite() });
    return this;
  }

  /** The value of an option; undefined where it is not set. */
  async get(key: string): Promise<string | undefined> {
    return (await this.session.configuration(key, new CallSite()))[key];
  }
}

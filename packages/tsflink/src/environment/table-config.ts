import { FlinkError } from '../errors/flink-error.js';
import { CallSite } from '../source/call-site.js';
import { type Configuration, checkedOption, checkedOptions, type ValueOfOption } from './check-option.js';
import type { ConfigOptions } from './config-options.js';
import type { Session } from './session.js';

/** The dialect of SQL. Maps to Flink's `SqlDialect`. */
export type SqlDialect = 'DEFAULT' | 'HIVE';

/**
 * The options of an environment; what is set holds for what is executed after. Maps to Flink's `TableConfig`.
 * @example tEnv.getConfig().set('table.exec.mini-batch.enabled', true).setIdleStateRetention('1 h');
 */
export class TableConfig {
  /** @internal The environment has one. */
  constructor(private readonly session: Session) {}

  /**
   * Sets an option: one of Flink's by its key, with a value of its type, or any other. Throws CONFIGURATION_INVALID for a
   * value that it does not take, and for a key that looks misspelt.
   * @example tEnv.getConfig().set('table.exec.state.ttl', '1 h');
   */
  set<const K extends keyof ConfigOptions | (string & {})>(key: K, value: ValueOfOption<K>): this {
    const site = new CallSite();
    return this.enqueue(key, checkedOption(key, value, site), site);
  }

  /** Sets options. */
  addConfiguration(configuration: Configuration): this {
    const site = new CallSite();
    for (const [key, value] of Object.entries(checkedOptions(configuration, site))) this.enqueue(key, value, site);
    return this;
  }

  /**
   * Sets a parameter of the jobs: functions read it by `context.getJobParameter(key)`. Maps to Flink's
   * `TableConfig.addJobParameter`.
   */
  addJobParameter(key: string, value: string): this {
    return this.set(`pipeline.global-job-parameters.${key}`, value);
  }

  /** Sets an option back to what the environment was made with, or to its default. */
  reset(key: keyof ConfigOptions | (string & {})): this {
    return this.enqueue(key, undefined, new CallSite());
  }

  /** The value of an option, as Flink writes it; `defaultValue` where it is not set. */
  get(key: keyof ConfigOptions | (string & {})): Promise<string | undefined>;
  get(key: keyof ConfigOptions | (string & {}), defaultValue: string): Promise<string>;
  get(key: string, defaultValue?: string): Promise<string | undefined> {
    return this.read(key, new CallSite(), defaultValue);
  }

  /** The options that are set. */
  toMap(): Promise<Readonly<Record<string, string>>> {
    return this.session.configuration('', new CallSite());
  }

  /** The session's time zone, of TIMESTAMP_LTZ: `default` is that of the gateway. */
  getLocalTimeZone(): Promise<string> {
    return this.read('table.local-time-zone', new CallSite(), 'default');
  }

  /**
   * Sets the session's time zone: `Europe/Berlin`, `UTC+02:00`. Throws CONFIGURATION_INVALID for one that is none.
   */
  setLocalTimeZone(zone: string): this {
    const site = new CallSite();
    if (!isTimeZone(zone)) {
      throw new FlinkError('CONFIGURATION_INVALID', `'${zone}' is no time zone`, {
        hint: "Name one of the IANA database, such as 'Europe/Berlin', or an offset, such as 'UTC+02:00'.",
        callSite: site,
      });
    }
    return this.enqueue('table.local-time-zone', zone, site);
  }

  /** How long state is kept of keys that see no more rows; `0 s` is for ever. */
  getIdleStateRetention(): Promise<string> {
    return this.read('table.exec.state.ttl', new CallSite(), '0 s');
  }

  /**
   * Sets how long state is kept of keys that see no more rows, as in `'12 h'`; results may be wrong where they come back
   * later.
   */
  setIdleStateRetention(duration: string): this {
    const site = new CallSite();
    return this.enqueue('table.exec.state.ttl', checkedOption('table.exec.state.ttl', duration, site), site);
  }

  /** The length from which on generated code is split, in characters. */
  async getMaxGeneratedCodeLength(): Promise<number> {
    return Number(await this.read('table.generated-code.max-length', new CallSite(), '4000'));
  }

  /** Sets the length from which on generated code is split, in characters. */
  setMaxGeneratedCodeLength(length: number): this {
    const site = new CallSite();
    const key = 'table.generated-code.max-length';
    return this.enqueue(key, checkedOption(key, length, site), site);
  }

  /** The dialect of SQL. */
  async getSqlDialect(): Promise<SqlDialect> {
    return (await this.read('table.sql-dialect', new CallSite(), 'default')).toUpperCase() as SqlDialect;
  }

  /** Sets the dialect of SQL; `HIVE` needs the jars of Hive. */
  setSqlDialect(dialect: SqlDialect): this {
    return this.enqueue('table.sql-dialect', dialect.toLowerCase(), new CallSite());
  }

  private enqueue(key: string, value: string | undefined, site: CallSite): this {
    this.session.enqueue({ kind: 'setConfiguration', key, value, site });
    return this;
  }

  private async read(key: string, site: CallSite): Promise<string | undefined>;
  private async read(key: string, site: CallSite, otherwise: string): Promise<string>;
  private async read(key: string, site: CallSite, otherwise?: string): Promise<string | undefined>;
  private async read(key: string, site: CallSite, otherwise?: string): Promise<string | undefined> {
    return (await this.session.configuration(key, site))[key] ?? otherwise;
  }
}

/** As Flink: a region, or an offset from UTC or GMT. */
function isTimeZone(zone: string): boolean {
  if (/^(UTC|GMT)([+-]\d{1,2}(:\d{2})?)?$|^default$/.test(zone)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return /[/]|^[+-]/.test(zone);
  } catch {
    return false;
  }
}

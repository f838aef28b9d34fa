import { RuntimeMode } from '../generated/tsflink/v1/gateway_pb.js';
import { CallSite } from '../source/call-site.js';
import { type Configuration, checkedOptions } from './check-option.js';
import { environmentProperties } from './environment-properties.js';

/** How a {@link TableEnvironment} is made. Maps to Flink's `EnvironmentSettings`. */
export class EnvironmentSettings {
  /** @internal Settings come from {@link EnvironmentSettings.newInstance}. */
  constructor(
    /** @internal */
    readonly mode: RuntimeMode,
    private readonly configuration: Readonly<Record<string, string>>,
    private readonly catalog: string,
    private readonly database: string,
  ) {}

  /**
   * Begins settings, of streaming mode, with the options of the environment variable FLINK_PROPERTIES: lines
   * `key: value`. Throws CONFIGURATION_INVALID where Flink has no such option or value.
   */
  static newInstance(): EnvironmentSettingsBuilder {
    const configuration = environmentProperties();
    return new EnvironmentSettingsBuilder(RuntimeMode.STREAMING, configuration, 'default_catalog', 'default_database');
  }

  /** The settings of streaming mode. */
  static inStreamingMode(): EnvironmentSettings {
    return EnvironmentSettings.newInstance().inStreamingMode().build();
  }

  /** The settings of batch mode. */
  static inBatchMode(): EnvironmentSettings {
    return EnvironmentSettings.newInstance().inBatchMode().build();
  }

  /** The options. */
  getConfiguration(): Readonly<Record<string, string>> {
    return this.configuration;
  }

  /** The name of the first catalog. */
  getBuiltInCatalogName(): string {
    return this.catalog;
  }

  /** The name of the first database. */
  getBuiltInDatabaseName(): string {
    return this.database;
  }

  /** Whether it is streaming mode, else batch mode. */
  isStreamingMode(): boolean {
    return this.mode === RuntimeMode.STREAMING;
  }
}

/** Builds {@link EnvironmentSettings}; every call gives a new builder. Maps to Flink's `EnvironmentSettings.Builder`. */
export class EnvironmentSettingsBuilder {
  constructor(
    private readonly mode: RuntimeMode,
    private readonly configuration: Readonly<Record<string, string>>,
    private readonly catalog: string,
    private readonly database: string,
  ) {}

  /** Sources may be unbounded; results are changes. */
  inStreamingMode(): EnvironmentSettingsBuilder {
    return new EnvironmentSettingsBuilder(RuntimeMode.STREAMING, this.configuration, this.catalog, this.database);
  }

  /** Sources are bounded; results are final rows. */
  inBatchMode(): EnvironmentSettingsBuilder {
    return new EnvironmentSettingsBuilder(RuntimeMode.BATCH, this.configuration, this.catalog, this.database);
  }

  /**
   * Options of Flink, such as `{ 'parallelism.default': 2 }`; added to those given before. Throws CONFIGURATION_INVALID
   * for a value that an option does not take, and for a key that looks misspelt.
   */
  withConfiguration(configuration: Configuration): EnvironmentSettingsBuilder {
    const all = { ...this.configuration, ...checkedOptions(configuration, new CallSite()) };
    return new EnvironmentSettingsBuilder(this.mode, all, this.catalog, this.database);
  }

  /** The name of the first catalog; `default_catalog` if not called. */
  withBuiltInCatalogName(catalog: string): EnvironmentSettingsBuilder {
    return new EnvironmentSettingsBuilder(this.mode, this.configuration, catalog, this.database);
  }

  /** The name of the first database; `default_database` if not called. */
  withBuiltInDatabaseName(database: string): EnvironmentSettingsBuilder {
    return new EnvironmentSettingsBuilder(this.mode, this.configuration, this.catalog, database);
  }

  /** The settings. */
  build(): EnvironmentSettings {
    return new EnvironmentSettings(this.mode, this.configuration, this.catalog, this.database);
  }
}

import { RuntimeMode } from '../generated/tsflink/v1/gateway_pb.js';

/** How a {@link TableEnvironment} is made. Maps to Flink's `EnvironmentSettings`. */
export class EnvironmentSettings {
  /** @internal Settings come from {@link EnvironmentSettings.newInstance}. */
  constructor(
    readonly mode: RuntimeMode,
    readonly configuration: Readonly<Record<string, string>>,
    readonly catalog: string,
    readonly database: string,
  ) {}

  /** Begins settings, of streaming mode. */
  static newInstance(): EnvironmentSettingsBuilder {
    return new EnvironmentSettingsBuilder(RuntimeMode.STREAMING, {}, '', '');
  }

  /** The settings of streaming mode. */
  static inStreamingMode(): EnvironmentSettings {
    return EnvironmentSettings.newInstance().inStreamingMode().build();
  }

  /** The settings of batch mode. */
  static inBatchMode(): EnvironmentSettings {
    return EnvironmentSettings.newInstance().inBatchMode().build();
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

  /** Options of Flink, such as `{ 'parallelism.default': 2 }`; added to those given before. */
  withConfiguration(configuration: Readonly<Record<string, string | number | boolean>>): EnvironmentSettingsBuilder {
    const added = Object.entries(configuration).map(([key, value]) => [key, String(value)] as const);
    const all = { ...this.configuration, ...Object.fromEntries(added) };
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

export type { Configuration, OptionValue } from './check-option.js';
export type { BooleanOption, ConfigOptions, NumberOption } from './config-options.js';
export type { ModuleEntry } from './environment-objects.js';
export { EnvironmentSettings, EnvironmentSettingsBuilder } from './environment-settings.js';
export type { FunctionJarOptions } from './function-jar.js';
export type { KnownTables } from './known-tables.js';
export { Model } from './model.js';
export { type SqlDialect, TableConfig } from './table-config.js';
export { TableEnvironment } from './table-environment.js';

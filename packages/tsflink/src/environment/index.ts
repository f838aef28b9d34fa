export type { ModuleEntry } from './environment-objects.js';
export { EnvironmentSettings, EnvironmentSettingsBuilder } from './environment-settings.js';
export type { KnownTables } from './known-tables.js';
export { Model } from './model.js';
export { TableConfig } from './table-config.js';
export { TableEnvironment } from './table-environment.js';

export type { Catalog } from './catalog.js';
export { EnvironmentSettings, EnvironmentSettingsBuilder } from './environment-settings.js';
export { TableConfig } from './table-config.js';
export { TableEnvironment } from './table-environment.js';

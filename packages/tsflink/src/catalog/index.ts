export { Catalog, type PathInCatalog } from './catalog.js';
export { CatalogBaseTable, type TableKind } from './catalog-base-table.js';
export { CatalogDatabase } from './catalog-database.js';
export { CatalogDescriptor } from './catalog-descriptor.js';
export { CatalogFunction, type FunctionLanguage } from './catalog-function.js';
export { CatalogModel } from './catalog-model.js';
export { CatalogPartition, type CatalogPartitionSpec } from './catalog-partition.js';
export type {
  CatalogColumnStatistics,
  CatalogColumnStatisticsData,
  CatalogTableStatistics,
} from './catalog-statistics.js';
export { CatalogTable, CatalogTableBuilder } from './catalog-table.js';
export { CatalogMaterializedTable, CatalogView } from './catalog-view.js';
export { FunctionDescriptor, FunctionDescriptorBuilder } from './function-descriptor.js';
export { ModelDescriptor, ModelDescriptorBuilder } from './model-descriptor.js';
export { ObjectIdentifier } from './object-identifier.js';
export { ObjectPath } from './object-path.js';
export type { Options } from './options.js';
export type { ResourceType, ResourceUri } from './resource-uri.js';

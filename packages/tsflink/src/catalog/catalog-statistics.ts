import type { MessageInitShape } from '@bufbuild/protobuf';
import type {
  ColumnStatistics,
  ColumnStatisticsDataSchema,
  ColumnStatisticsData as DataMessage,
  TableStatistics,
} from '../generated/tsflink/v1/catalog_pb.js';
import type { CatalogObjectInit } from '../plan/operation.js';

/** How large a table or a partition is; -1 where it is not known. Maps to Flink's `CatalogTableStatistics`. */
export interface CatalogTableStatistics {
  readonly rowCount: bigint;
  readonly fileCount: number;
  /** In bytes, as stored. */
  readonly totalSize: bigint;
  /** In bytes, in memory. */
  readonly rawDataSize: bigint;
  readonly properties?: Readonly<Record<string, string>>;
}

/**
 * What is known of the values of a column, by the kind of its type: `dates` count days since 1970-01-01. Maps to Flink's
 * `CatalogColumnStatisticsDataBase` and its kinds.
 */
export type CatalogColumnStatisticsData = { readonly nullCount?: bigint } & (
  | { readonly kind: 'longs' | 'dates'; readonly min?: bigint; readonly max?: bigint; readonly distinct?: bigint }
  | { readonly kind: 'doubles'; readonly min?: number; readonly max?: number; readonly distinct?: bigint }
  | {
      readonly kind: 'strings';
      readonly maxLength?: bigint;
      readonly averageLength?: number;
      readonly distinct?: bigint;
    }
  | { readonly kind: 'binaries'; readonly maxLength?: bigint; readonly averageLength?: number }
  | { readonly kind: 'booleans'; readonly trueCount?: bigint; readonly falseCount?: bigint }
);

/** What is known of the columns of a table or a partition. Maps to Flink's `CatalogColumnStatistics`. */
export interface CatalogColumnStatistics {
  readonly columnStatisticsData: Readonly<Record<string, CatalogColumnStatisticsData>>;
  readonly properties?: Readonly<Record<string, string>>;
}

/** Statistics of a table in the form in which they travel. */
export function encodeTableStatistics(statistics: CatalogTableStatistics): CatalogObjectInit {
  return { case: 'tableStatistics', value: { ...statistics, properties: { ...statistics.properties } } };
}

/** Statistics of a table that came from a catalog. */
export function decodeTableStatistics(message: TableStatistics): CatalogTableStatistics {
  const { rowCount, fileCount, totalSize, rawDataSize, properties } = message;
  return { rowCount, fileCount, totalSize, rawDataSize, properties };
}

/** Statistics of columns in the form in which they travel. */
export function encodeColumnStatistics(statistics: CatalogColumnStatistics): CatalogObjectInit {
  const columns = Object.entries(statistics.columnStatisticsData).map(([name, data]) => [name, encodeData(data)]);
  return {
    case: 'columnStatistics',
    value: { columns: Object.fromEntries(columns), properties: { ...statistics.properties } },
  };
}

/** Statistics of columns that came from a catalog. */
export function decodeColumnStatistics({ columns, properties }: ColumnStatistics): CatalogColumnStatistics {
  const decoded = Object.entries(columns).flatMap(([name, data]) => {
    const known = decodeData(data);
    return known === undefined ? [] : [[name, known] as const];
  });
  return { columnStatisticsData: Object.fromEntries(decoded), properties };
}

function encodeData({
  kind,
  nullCount,
  ...value
}: CatalogColumnStatisticsData): MessageInitShape<typeof ColumnStatisticsDataSchema> {
  const data = { case: kind, value } as NonNullable<MessageInitShape<typeof ColumnStatisticsDataSchema>['data']>;
  return { data, ...(nullCount === undefined ? {} : { nullCount }) };
}

function decodeData({ nullCount, data }: DataMessage): CatalogColumnStatisticsData | undefined {
  if (data.case === undefined) return undefined;
  const known = Object.entries(data.value).filter(([key, value]) => !key.startsWith('$') && value !== undefined);
  const values = Object.fromEntries(nullCount === undefined ? known : [['nullCount', nullCount], ...known]);
  return { kind: data.case, ...values } as CatalogColumnStatisticsData;
}

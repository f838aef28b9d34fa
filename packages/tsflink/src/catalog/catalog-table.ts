import { FlinkError } from '../errors/flink-error.js';
import type { CatalogTable as TableMessage } from '../generated/tsflink/v1/catalog_pb.js';
import { decodeTable } from '../plan/decode-table.js';
import type { Schema } from '../table/schema.js';
import type { DistributionDefinition, TableDefinition } from '../table/table-def.js';
import type { Untyped } from '../types/untyped.js';
import { CatalogBaseTable, type TableKind } from './catalog-base-table.js';
import { type Options, texts } from './options.js';

/** A table of a catalog. Maps to Flink's `CatalogTable`. */
export class CatalogTable extends CatalogBaseTable {
  /** @internal Tables come from a builder or a catalog. */
  constructor(
    definition: TableDefinition,
    private readonly snapshot?: bigint,
  ) {
    super(definition);
  }

  /**
   * Begins a table.
   * @example CatalogTable.newBuilder().schema(schema).options({ connector: 'filesystem', path: '/data' }).build()
   */
  static newBuilder(): CatalogTableBuilder {
    return new CatalogTableBuilder(undefined, { columns: [], options: {} });
  }

  /** @internal One that came from a catalog. */
  static decode({ table, snapshot }: TableMessage): CatalogTable {
    return new CatalogTable(decodeTable(table), snapshot);
  }

  override getTableKind(): TableKind {
    return 'TABLE';
  }

  /** Whether it is partitioned. */
  isPartitioned(): boolean {
    return this.getPartitionKeys().length > 0;
  }

  /** The columns by which it is partitioned. */
  getPartitionKeys(): readonly string[] {
    return this.definition.partitionKeys ?? [];
  }

  /** How its rows are dealt to buckets. */
  getDistribution(): DistributionDefinition | undefined {
    return this.definition.distribution;
  }

  /** The point in time of which it is a snapshot, in milliseconds since 1970. */
  getSnapshot(): bigint | undefined {
    return this.snapshot;
  }

  /** The same with other options. */
  copy(options: Options = this.getOptions()): CatalogTable {
    return new CatalogTable({ ...this.definition, options: texts(options) }, this.snapshot);
  }

  protected override more() {
    return this.snapshot === undefined ? {} : { snapshot: this.snapshot };
  }
}

/** Builds a {@link CatalogTable}; every call gives a new builder. Maps to Flink's `CatalogTable.Builder`. */
export class CatalogTableBuilder {
  /** @internal */
  constructor(
    private readonly given: Schema<Untyped> | undefined,
    private readonly definition: TableDefinition,
    private readonly at?: bigint,
  ) {}

  /** The columns, keys and watermark. */
  schema(schema: Schema<Untyped, Untyped>): CatalogTableBuilder {
    return new CatalogTableBuilder(schema, { ...this.definition, ...schema.spec }, this.at);
  }

  /** The comment. */
  comment(comment: string | undefined): CatalogTableBuilder {
    return new CatalogTableBuilder(this.given, { ...this.definition, comment }, this.at);
  }

  /** The columns by which it is partitioned. */
  partitionKeys(partitionKeys: readonly string[]): CatalogTableBuilder {
    return new CatalogTableBuilder(this.given, { ...this.definition, partitionKeys }, this.at);
  }

  /** The options. */
  options(options: Options): CatalogTableBuilder {
    return new CatalogTableBuilder(this.given, { ...this.definition, options: texts(options) }, this.at);
  }

  /** How its rows are dealt to buckets. */
  distribution(distribution: DistributionDefinition | undefined): CatalogTableBuilder {
    return new CatalogTableBuilder(this.given, { ...this.definition, distribution }, this.at);
  }

  /** The point in time of which it is a snapshot, in milliseconds since 1970. */
  snapshot(snapshot: bigint | undefined): CatalogTableBuilder {
    return new CatalogTableBuilder(this.given, this.definition, snapshot);
  }

  /** The table. Throws ARGUMENT_INVALID without a schema. */
  build(): CatalogTable {
    if (!this.given) {
      throw new FlinkError('ARGUMENT_INVALID', 'The catalog table has no schema', {
        hint: 'Call .schema(Schema.newBuilder()….build()).',
      });
    }
    return new CatalogTable(this.definition, this.at);
  }
}

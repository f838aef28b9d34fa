import type { CatalogTable as TableMessage } from '../generated/tsflink/v1/catalog_pb.js';
import { decodeTable } from '../plan/decode-table.js';
import type { Schema } from '../table/schema.js';
import type { TableDefinition } from '../table/table-def.js';
import type { Untyped } from '../types/untyped.js';
import { CatalogBaseTable, type TableKind } from './catalog-base-table.js';
import { type Options, texts } from './options.js';

/** What is stored as a query. */
abstract class StoredQuery extends CatalogBaseTable {
  constructor(
    definition: TableDefinition,
    protected readonly originalQuery: string,
    protected readonly expandedQuery: string,
  ) {
    super(definition);
  }

  /** The query as it was written. */
  getOriginalQuery(): string {
    return this.originalQuery;
  }

  /** The query with the whole paths of its tables. */
  getExpandedQuery(): string {
    return this.expandedQuery;
  }

  protected override more() {
    return { originalQuery: this.originalQuery, expandedQuery: this.expandedQuery };
  }
}

/** A view of a catalog. Maps to Flink's `CatalogView`. */
export class CatalogView extends StoredQuery {
  /** A view of a query. */
  static of(
    schema: Schema<Untyped, Untyped>,
    comment: string | undefined,
    originalQuery: string,
    expandedQuery: string,
    options: Options = {},
  ): CatalogView {
    return new CatalogView({ ...schema.spec, comment, options: texts(options) }, originalQuery, expandedQuery);
  }

  /** @internal One that came from a catalog. */
  static decode({ table, originalQuery, expandedQuery }: TableMessage): CatalogView {
    return new CatalogView(decodeTable(table), originalQuery, expandedQuery);
  }

  override getTableKind(): TableKind {
    return 'VIEW';
  }

  /** The same with other options. */
  copy(options: Options = this.getOptions()): CatalogView {
    const definition = { ...this.definition, options: texts(options) };
    return new CatalogView(definition, this.originalQuery, this.expandedQuery);
  }
}

/** A materialized table of a catalog; SQL creates it. Maps to Flink's `CatalogMaterializedTable`. */
export class CatalogMaterializedTable extends StoredQuery {
  /** @internal One that came from a catalog. */
  static decode({ table, originalQuery, expandedQuery }: TableMessage): CatalogMaterializedTable {
    return new CatalogMaterializedTable(decodeTable(table), originalQuery, expandedQuery);
  }

  override getTableKind(): TableKind {
    return 'MATERIALIZED_TABLE';
  }
}

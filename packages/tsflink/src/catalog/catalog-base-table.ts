import type { CatalogTable as TableMessage } from '../generated/tsflink/v1/catalog_pb.js';
import type { Encoder } from '../plan/encoder.js';
import type { CatalogObjectInit } from '../plan/operation.js';
import { Schema } from '../table/schema.js';
import type { TableDefinition } from '../table/table-def.js';
import type { Untyped } from '../types/untyped.js';
import { encodeTableObject } from './encode-object.js';

/** What kind of table it is. Maps to Flink's `CatalogBaseTable.TableKind`. */
export type TableKind = 'TABLE' | 'VIEW' | 'MATERIALIZED_TABLE';

/** What tables and views of a catalog have. Maps to Flink's `CatalogBaseTable`. */
export abstract class CatalogBaseTable {
  protected constructor(protected readonly definition: TableDefinition) {}

  /** Whether it is a table, a view or a materialized table. */
  abstract getTableKind(): TableKind;

  /** The columns, keys and watermark, as the catalog has them: expressions are SQL. */
  getUnresolvedSchema(): Schema<Untyped> {
    return new Schema(this.definition);
  }

  /** The options. */
  getOptions(): Readonly<Record<string, string>> {
    return this.definition.options;
  }

  /** The comment. */
  getComment(): string | undefined {
    return this.definition.comment;
  }

  /** @internal The form in which it travels. */
  encode(encoder: Encoder): CatalogObjectInit {
    return encodeTableObject(this.getTableKind(), this.definition, encoder, this.more());
  }

  /** What the kind adds to the message. */
  protected more(): Partial<Pick<TableMessage, 'originalQuery' | 'expandedQuery' | 'snapshot'>> {
    return {};
  }
}

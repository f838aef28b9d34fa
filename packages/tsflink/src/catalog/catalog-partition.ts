import type { Properties } from '../generated/tsflink/v1/catalog_pb.js';
import type { CatalogObjectInit } from '../plan/operation.js';
import { type Options, texts } from './options.js';
import { encodeProperties } from './properties.js';

/** Which partition: the values of partition keys, as in `PARTITION (day='2026-01-01')`. Maps to `CatalogPartitionSpec`. */
export type CatalogPartitionSpec = Readonly<Record<string, string>>;

/** A partition of a table. Maps to Flink's `CatalogPartition`. */
export class CatalogPartition {
  private constructor(
    private readonly properties: Readonly<Record<string, string>>,
    private readonly comment: string | undefined,
  ) {}

  /** A partition with properties. */
  static of(properties: Options, comment?: string): CatalogPartition {
    return new CatalogPartition(texts(properties), comment);
  }

  /** @internal One that came from a catalog. */
  static decode({ values, comment }: Properties): CatalogPartition {
    return new CatalogPartition(values, comment);
  }

  /** The properties. */
  getProperties(): Readonly<Record<string, string>> {
    return this.properties;
  }

  /** The comment. */
  getComment(): string | undefined {
    return this.comment;
  }

  /** The same with other properties. */
  copy(properties: Options = this.properties): CatalogPartition {
    return new CatalogPartition(texts(properties), this.comment);
  }

  /** @internal The form in which it travels. */
  encode(): CatalogObjectInit {
    return encodeProperties(this.properties, this.comment);
  }
}

import type { Properties } from '../generated/tsflink/v1/catalog_pb.js';
import type { CatalogObjectInit } from '../plan/operation.js';
import { type Options, texts } from './options.js';
import { encodeProperties } from './properties.js';

/** A database of a catalog. Maps to Flink's `CatalogDatabase`. */
export class CatalogDatabase {
  private constructor(
    private readonly properties: Readonly<Record<string, string>>,
    private readonly comment: string | undefined,
  ) {}

  /** A database with properties. */
  static of(properties: Options, comment?: string): CatalogDatabase {
    return new CatalogDatabase(texts(properties), comment);
  }

  /** @internal One that came from a catalog. */
  static decode({ values, comment }: Properties): CatalogDatabase {
    return new CatalogDatabase(values, comment);
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
  copy(properties: Options = this.properties): CatalogDatabase {
    return new CatalogDatabase(texts(properties), this.comment);
  }

  /** @internal The form in which it travels. */
  encode(): CatalogObjectInit {
    return encodeProperties(this.properties, this.comment);
  }
}

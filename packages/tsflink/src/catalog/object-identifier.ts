import { quoteIdentifier } from '../types/identifiers.js';
import { ObjectPath } from './object-path.js';

/** The whole path of an object: catalog, database and name. Maps to Flink's `ObjectIdentifier`. */
export class ObjectIdentifier {
  private constructor(
    private readonly catalogName: string,
    private readonly databaseName: string,
    private readonly objectName: string,
  ) {}

  /** The identifier of these parts, which may be any words. */
  static of(catalogName: string, databaseName: string, objectName: string): ObjectIdentifier {
    return new ObjectIdentifier(catalogName, databaseName, objectName);
  }

  /** The catalog. */
  getCatalogName(): string {
    return this.catalogName;
  }

  /** The database. */
  getDatabaseName(): string {
    return this.databaseName;
  }

  /** The object's own name. */
  getObjectName(): string {
    return this.objectName;
  }

  /** The path within the catalog. */
  toObjectPath(): ObjectPath {
    return new ObjectPath(this.databaseName, this.objectName);
  }

  /** The parts, in order. */
  toList(): readonly [catalog: string, database: string, object: string] {
    return [this.catalogName, this.databaseName, this.objectName];
  }

  /** The path as SQL and `TableEnvironment.from` take it, quoted. */
  asSerializableString(): string {
    return this.toList().map(quoteIdentifier).join('.');
  }

  /** The path for people, without quotes. */
  asSummaryString(): string {
    return this.toList().join('.');
  }

  /** As {@link asSerializableString}. */
  toString(): string {
    return this.asSerializableString();
  }
}

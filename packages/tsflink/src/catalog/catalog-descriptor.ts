import type { CatalogObjectInit } from '../plan/operation.js';
import { type Options, texts } from './options.js';
import { encodeProperties } from './properties.js';

/**
 * A catalog that is to be created: its name, and its options, of which `type` says what it is. Maps to Flink's
 * `CatalogDescriptor`.
 * @example
 * CatalogDescriptor.of('shop', { type: 'jdbc', 'base-url': 'jdbc:mysql://db:3306', username: 'u', password: 'p',
 *   'default-database': 'shop' })
 */
export class CatalogDescriptor {
  private constructor(
    private readonly catalogName: string,
    private readonly configuration: Readonly<Record<string, string>>,
    private readonly comment: string | undefined,
  ) {}

  /** A descriptor. */
  static of(catalogName: string, configuration: Options, comment?: string): CatalogDescriptor {
    return new CatalogDescriptor(catalogName, texts(configuration), comment);
  }

  /** The name. */
  getCatalogName(): string {
    return this.catalogName;
  }

  /** The options. */
  getConfiguration(): Readonly<Record<string, string>> {
    return this.configuration;
  }

  /** The comment. */
  getComment(): string | undefined {
    return this.comment;
  }

  /** The same with a comment. */
  setComment(comment: string): CatalogDescriptor {
    return new CatalogDescriptor(this.catalogName, this.configuration, comment);
  }

  /** @internal The form in which it travels. */
  encode(): CatalogObjectInit {
    return encodeProperties(this.configuration, this.comment);
  }
}

import type { CatalogModel as ModelMessage } from '../generated/tsflink/v1/plan_pb.js';
import { decodeTable } from '../plan/decode-table.js';
import type { Encoder } from '../plan/encoder.js';
import type { CatalogObjectInit } from '../plan/operation.js';
import { Schema } from '../table/schema.js';
import type { Untyped } from '../types/untyped.js';
import { encodeModel, schemaExpression } from './encode-object.js';
import { type Options, texts } from './options.js';

/** A model of a catalog. Maps to Flink's `CatalogModel`. */
export class CatalogModel {
  private constructor(
    private readonly input: Schema<Untyped>,
    private readonly output: Schema<Untyped>,
    private readonly options: Readonly<Record<string, string>>,
    private readonly comment: string | undefined,
  ) {}

  /** A model; the option `provider` says what runs it. */
  static of(
    inputSchema: Schema<Untyped, Untyped>,
    outputSchema: Schema<Untyped, Untyped>,
    options: Options,
    comment?: string,
  ): CatalogModel {
    return new CatalogModel(inputSchema, outputSchema, texts(options), comment);
  }

  /** @internal One that came from a catalog. */
  static decode({ input, output, options, comment }: ModelMessage): CatalogModel {
    return new CatalogModel(new Schema(decodeTable(input)), new Schema(decodeTable(output)), options, comment);
  }

  /** The columns that it takes. */
  getInputSchema(): Schema<Untyped> {
    return this.input;
  }

  /** The columns that it adds. */
  getOutputSchema(): Schema<Untyped> {
    return this.output;
  }

  /** The options, `provider` among them. */
  getOptions(): Readonly<Record<string, string>> {
    return this.options;
  }

  /** The comment. */
  getComment(): string | undefined {
    return this.comment;
  }

  /** The same with other options. */
  copy(options: Options = this.options): CatalogModel {
    return new CatalogModel(this.input, this.output, texts(options), this.comment);
  }

  /** @internal The form in which it travels. */
  encode(encoder: Encoder): CatalogObjectInit {
    const { input, output, options, comment } = this;
    return { case: 'model', value: encodeModel(input, output, options, comment, schemaExpression(encoder)) };
  }
}

import { FlinkError } from '../errors/flink-error.js';
import type { Schema } from './schema.js';
import type { TableDefinition } from './table-def.js';

/** A table without a name: schema, connector and options. Maps to Flink's `TableDescriptor`. */
export class TableDescriptor<out S, out Sink = S> {
  declare readonly schemaType: S;
  declare readonly sinkType: Sink;

  constructor(readonly definition: TableDefinition) {}

  /** Begins a descriptor. */
  static forConnector(connector: string): TableDescriptorBuilder<unknown, unknown> {
    return new TableDescriptorBuilder(undefined, { connector });
  }
}

/** Builds a {@link TableDescriptor}; every call gives a new builder. Maps to Flink's `TableDescriptor.Builder`. */
export class TableDescriptorBuilder<out S, out Sink> {
  constructor(
    private readonly spec: Schema<S, Sink> | undefined,
    private readonly options: Readonly<Record<string, string>>,
  ) {}

  /** The columns. */
  schema<S2, Sink2>(schema: Schema<S2, Sink2>): TableDescriptorBuilder<S2, Sink2> {
    return new TableDescriptorBuilder(schema, this.options);
  }

  /** An option of the connector. */
  option(key: string, value: string | number | boolean): TableDescriptorBuilder<S, Sink> {
    return new TableDescriptorBuilder(this.spec, { ...this.options, [key]: String(value) });
  }

  /** The format of the connector's records. */
  format(format: string): TableDescriptorBuilder<S, Sink> {
    return this.option('format', format);
  }

  /** The descriptor. Throws ARGUMENT_INVALID without a schema. */
  build(): TableDescriptor<S, Sink> {
    if (!this.spec) {
      throw new FlinkError('ARGUMENT_INVALID', 'The table descriptor has no schema', {
        hint: 'Call .schema(Schema.newBuilder()….build()).',
      });
    }
    return new TableDescriptor({ ...this.spec.spec, options: this.options });
  }
}

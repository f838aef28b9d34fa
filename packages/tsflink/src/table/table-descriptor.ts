import { FlinkError } from '../errors/flink-error.js';
import type { AnyUdf } from '../functions/scalar-udf.js';
import { quoteIdentifier } from '../types/identifiers.js';
import type { Untyped } from '../types/untyped.js';
import type { FormatDescriptor } from './format-descriptor.js';
import { Schema } from './schema.js';
import type { DistributionDefinition, TableDefinition } from './table-def.js';

/** A table without a name: schema, connector and options. Maps to Flink's `TableDescriptor`. */
export class TableDescriptor<out S = Untyped, out Sink = S> {
  declare readonly schemaType: S;
  declare readonly sinkType: Sink;

  constructor(readonly definition: TableDefinition) {}

  /**
   * Begins a descriptor.
   * @example TableDescriptor.forConnector('filesystem').option('path', dir).format('csv').schema(schema).build()
   */
  static forConnector(connector: string): TableDescriptorBuilder<Untyped, Untyped> {
    return new TableDescriptorBuilder({ columns: [], options: { connector } });
  }

  /**
   * Begins the descriptor of a table whose rows a table function looks up, one made by `udtf` or `asyncUdtf`: in SQL,
   * `JOIN … FOR SYSTEM_TIME AS OF` a processing time calls it with the columns that the join compares. Its parameters are
   * such columns, by name (`args: { id: INT() }`), or by position; it gives the other ones. The options of caches are
   * Flink's: `lookup.cache`, `lookup.partial-cache.…`. Maps to Flink's `LookupTableSource`.
   *
   * Throws FUNCTION_INVALID for a function of another kind.
   * @example TableDescriptor.forLookup(userOf).option('lookup.cache', 'NONE').schema(schema).build()
   */
  static forLookup({ udf }: AnyUdf): TableDescriptorBuilder<Untyped, Untyped> {
    if (udf.kind !== 'table' && udf.kind !== 'asyncTable') {
      throw new FlinkError(
        'FUNCTION_INVALID',
        `The function ${udf.name} cannot look rows up: it is no table function`,
        {
          hint: 'Make it with udtf or asyncUdtf: it gives the rows of a key, none if there are none.',
          source: udf.source.position,
        },
      );
    }
    const options = { connector: 'typescript-lookup', 'lookup.function': quoteIdentifier(udf.name) };
    return new TableDescriptorBuilder({ columns: [], options, lookup: udf });
  }

  /** The schema; undefined where it is that of the query that is inserted. */
  getSchema(): Schema<S, Sink> | undefined {
    return this.definition.columns.length > 0 ? new Schema(this.definition) : undefined;
  }

  /** The options, `connector` among them. */
  getOptions(): Readonly<Record<string, string>> {
    return this.definition.options;
  }

  /** The columns by which the table is partitioned. */
  getPartitionKeys(): readonly string[] {
    return this.definition.partitionKeys ?? [];
  }

  /** How its rows are dealt to buckets. */
  getDistribution(): DistributionDefinition | undefined {
    return this.definition.distribution;
  }

  /** The comment. */
  getComment(): string | undefined {
    return this.definition.comment;
  }

  /** A builder that begins with what this descriptor has. */
  toBuilder(): TableDescriptorBuilder<S, Sink> {
    return new TableDescriptorBuilder(this.definition);
  }
}

/** The definition of a table that is to be read or created. Throws ARGUMENT_INVALID where it has no schema. */
export function withSchema({ definition }: TableDescriptor<unknown>): TableDefinition {
  if (definition.columns.length > 0) return definition;
  throw new FlinkError('ARGUMENT_INVALID', 'The table descriptor has no schema', {
    hint: 'Call .schema(Schema.newBuilder()….build()).',
  });
}

/** Builds a {@link TableDescriptor}; every call gives a new builder. Maps to Flink's `TableDescriptor.Builder`. */
export class TableDescriptorBuilder<out S, out Sink> {
  declare readonly schemaType: S;
  declare readonly sinkType: Sink;

  constructor(private readonly spec: TableDefinition) {}

  /** The columns. */
  schema<S2, Sink2>(schema: Schema<S2, Sink2>): TableDescriptorBuilder<S2, Sink2> {
    return new TableDescriptorBuilder({ ...this.spec, ...schema.spec });
  }

  /** An option of the connector. */
  option(key: string, value: string | number | boolean): TableDescriptorBuilder<S, Sink> {
    return this.with({ options: { ...this.spec.options, [key]: String(value) } });
  }

  /**
   * The format of the connector's records; with its options, as a {@link FormatDescriptor}.
   * @param option the option that names the format, where it is not `format`: `key.format`
   */
  format(format: string | FormatDescriptor, option = 'format'): TableDescriptorBuilder<S, Sink> {
    if (typeof format === 'string') return this.option(option, format);
    const name = format.getFormat();
    // as Flink: `csv.…` for `format`, `key.csv.…` for `key.format`
    const prefix = `${option === 'format' ? '' : `${option.slice(0, -'.format'.length)}.`}${name}.`;
    const options = Object.entries(format.getOptions()).map(([key, value]) => [prefix + key, value]);
    return this.with({ options: { ...this.spec.options, [option]: name, ...Object.fromEntries(options) } });
  }

  /** Columns by which the table is partitioned. */
  partitionedBy(...keys: string[]): TableDescriptorBuilder<S, Sink> {
    return this.with({ partitionKeys: [...(this.spec.partitionKeys ?? []), ...keys] });
  }

  /** Deals rows to buckets by the hash of columns: `distributedByHash(4, 'id')`. */
  distributedByHash(...keys: [number, ...string[]] | string[]): TableDescriptorBuilder<S, Sink> {
    return this.distributed('hash', keys);
  }

  /** Deals rows to buckets by the range of columns. */
  distributedByRange(...keys: [number, ...string[]] | string[]): TableDescriptorBuilder<S, Sink> {
    return this.distributed('range', keys);
  }

  /** Deals rows to buckets by columns, as the connector sees fit. */
  distributedBy(...keys: [number, ...string[]] | string[]): TableDescriptorBuilder<S, Sink> {
    return this.distributed('unknown', keys);
  }

  /** Deals rows to so many buckets, as the connector sees fit. */
  distributedInto(buckets: number): TableDescriptorBuilder<S, Sink> {
    return this.with({ distribution: { kind: 'unknown', buckets, keys: [] } });
  }

  /** A comment on the table. */
  comment(comment: string): TableDescriptorBuilder<S, Sink> {
    return this.with({ comment });
  }

  /** The descriptor. Without a schema it can only be inserted into: it takes the columns of the query. */
  build(): TableDescriptor<S, Sink> {
    return new TableDescriptor(this.spec);
  }

  private with(change: Partial<TableDefinition>): TableDescriptorBuilder<S, Sink> {
    return new TableDescriptorBuilder({ ...this.spec, ...change });
  }

  private distributed(
    kind: DistributionDefinition['kind'],
    args: readonly (number | string)[],
  ): TableDescriptorBuilder<S, Sink> {
    const [first] = args;
    const buckets = typeof first === 'number' ? first : undefined;
    const keys = args.filter((arg) => typeof arg === 'string');
    if (keys.length === 0) {
      throw new FlinkError('ARGUMENT_INVALID', 'A distribution needs a column', {
        hint: 'Name the columns that rows are dealt by, or use distributedInto(buckets).',
      });
    }
    return this.with({ distribution: { kind, buckets, keys } });
  }
}

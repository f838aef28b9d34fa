/** A format of a connector's records, with its options. Maps to Flink's `FormatDescriptor`. */
export class FormatDescriptor {
  constructor(
    private readonly format: string,
    private readonly options: Readonly<Record<string, string>>,
  ) {}

  /**
   * Begins a format.
   * @example FormatDescriptor.forFormat('csv').option('ignore-parse-errors', true).build()
   */
  static forFormat(format: string): FormatDescriptorBuilder {
    return new FormatDescriptorBuilder(format, {});
  }

  /** Its name: `csv`. */
  getFormat(): string {
    return this.format;
  }

  /** Its options, without the name of the format before them. */
  getOptions(): Readonly<Record<string, string>> {
    return this.options;
  }
}

/** Builds a {@link FormatDescriptor}; every call gives a new builder. Maps to Flink's `FormatDescriptor.Builder`. */
export class FormatDescriptorBuilder {
  constructor(
    private readonly format: string,
    private readonly options: Readonly<Record<string, string>>,
  ) {}

  /** An option of the format: `option('field-delimiter', ';')`. */
  option(key: string, value: string | number | boolean): FormatDescriptorBuilder {
    return new FormatDescriptorBuilder(this.format, { ...this.options, [key]: String(value) });
  }

  /** The format. */
  build(): FormatDescriptor {
    return new FormatDescriptor(this.format, this.options);
  }
}

import { FlinkError } from '../errors/flink-error.js';
import type { ExpressionNode } from '../expressions/node.js';
import type { ExpressionInit } from '../plan/relation.js';
import type { Schema } from '../table/schema.js';
import type { Untyped } from '../types/untyped.js';
import { encodeModel } from './encode-object.js';

interface Spec<In, Out> {
  readonly options: Readonly<Record<string, string>>;
  readonly input?: Schema<In, Untyped> | undefined;
  readonly output?: Schema<Out, Untyped> | undefined;
  readonly comment?: string | undefined;
}

/** A model without a name: what it takes, what it gives, and who provides it. Maps to Flink's `ModelDescriptor`. */
export class ModelDescriptor<out In = Untyped, out Out = Untyped> {
  /** @internal Descriptors come from a builder. */
  constructor(private readonly spec: Spec<In, Out>) {}

  /**
   * Begins a descriptor.
   * @example
   * ModelDescriptor.forProvider('openai').inputSchema(Schema.newBuilder().column('text', STRING()).build())
   *   .outputSchema(Schema.newBuilder().column('label', STRING()).build())
   *   .option('task', 'classification').build()
   */
  static forProvider(provider: string): ModelDescriptorBuilder {
    return new ModelDescriptorBuilder({ options: { provider } });
  }

  /** The options, `provider` among them. */
  getOptions(): Readonly<Record<string, string>> {
    return this.spec.options;
  }

  /** The columns that it takes. */
  getInputSchema(): Schema<In, Untyped> | undefined {
    return this.spec.input;
  }

  /** The columns that it adds. */
  getOutputSchema(): Schema<Out, Untyped> | undefined {
    return this.spec.output;
  }

  /** The comment. */
  getComment(): string | undefined {
    return this.spec.comment;
  }

  /** A builder that begins with what this descriptor has. */
  toBuilder(): ModelDescriptorBuilder<In, Out> {
    return new ModelDescriptorBuilder(this.spec);
  }

  /** @internal The form in which it travels. */
  encode(expression: (node: ExpressionNode) => ExpressionInit) {
    const { input, output, options, comment } = this.spec;
    return encodeModel(given(input, 'input'), given(output, 'output'), options, comment, expression);
  }
}

/** Builds a {@link ModelDescriptor}; every call gives a new builder. Maps to Flink's `ModelDescriptor.Builder`. */
export class ModelDescriptorBuilder<out In = Untyped, out Out = Untyped> {
  /** @internal */
  constructor(private readonly spec: Spec<In, Out>) {}

  /** The columns that it takes. */
  inputSchema<S>(input: Schema<S, Untyped>): ModelDescriptorBuilder<S, Out> {
    return new ModelDescriptorBuilder({ ...this.spec, input });
  }

  /** The columns that it adds. */
  outputSchema<S>(output: Schema<S, Untyped>): ModelDescriptorBuilder<In, S> {
    return new ModelDescriptorBuilder({ ...this.spec, output });
  }

  /** An option of the provider. */
  option(key: string, value: string | number | boolean): ModelDescriptorBuilder<In, Out> {
    return new ModelDescriptorBuilder({ ...this.spec, options: { ...this.spec.options, [key]: String(value) } });
  }

  /** The comment. */
  comment(comment: string): ModelDescriptorBuilder<In, Out> {
    return new ModelDescriptorBuilder({ ...this.spec, comment });
  }

  /** The descriptor. Throws ARGUMENT_INVALID without the schemas. */
  build(): ModelDescriptor<In, Out> {
    given(this.spec.input, 'input');
    given(this.spec.output, 'output');
    return new ModelDescriptor(this.spec);
  }
}

function given<S>(schema: S | undefined, which: string): S {
  if (schema !== undefined) return schema;
  throw new FlinkError('ARGUMENT_INVALID', `The model descriptor has no ${which} schema`, {
    hint: `Call .${which}Schema(Schema.newBuilder()….build()).`,
  });
}

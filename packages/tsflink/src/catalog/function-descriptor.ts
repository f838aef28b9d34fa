import type { CatalogObjectInit } from '../plan/operation.js';
import { encodeFunction, type FunctionLanguage } from './catalog-function.js';
import { type Options, texts } from './options.js';
import type { ResourceUri } from './resource-uri.js';

interface Spec {
  readonly className: string;
  readonly language: FunctionLanguage;
  readonly resources: readonly ResourceUri[];
  readonly options: Readonly<Record<string, string>>;
}

/** A function that is a class, of Java for instance, and where to find it. Maps to Flink's `FunctionDescriptor`. */
export class FunctionDescriptor {
  /** @internal */
  constructor(private readonly spec: Spec) {}

  /**
   * Begins a descriptor.
   * @example
   * FunctionDescriptor.forClassName('com.example.Parse').resourceUri({ type: 'JAR', uri: 'file:///opt/f.jar' }).build()
   */
  static forClassName(className: string): FunctionDescriptorBuilder {
    return new FunctionDescriptorBuilder({ className, language: 'JAVA', resources: [], options: {} });
  }

  /** The name of the class. */
  getClassName(): string {
    return this.spec.className;
  }

  /** The language of the class. */
  getLanguage(): FunctionLanguage {
    return this.spec.language;
  }

  /** The files that have the class and what it needs. */
  getResourceUris(): readonly ResourceUri[] {
    return this.spec.resources;
  }

  /** The options. */
  getOptions(): Readonly<Record<string, string>> {
    return this.spec.options;
  }

  /** @internal The form in which it travels. */
  encode(): CatalogObjectInit {
    return encodeFunction(this.spec);
  }
}

/** Builds a {@link FunctionDescriptor}; every call gives a new builder. Maps to Flink's `FunctionDescriptor.Builder`. */
export class FunctionDescriptorBuilder {
  /** @internal */
  constructor(private readonly spec: Spec) {}

  /** The language of the class; `JAVA` if not called. */
  language(language: FunctionLanguage): FunctionDescriptorBuilder {
    return new FunctionDescriptorBuilder({ ...this.spec, language });
  }

  /** A file that the class needs, beside those given before. */
  resourceUri(uri: ResourceUri): FunctionDescriptorBuilder {
    return this.resourceUris([...this.spec.resources, uri]);
  }

  /** The files that have the class and what it needs. */
  resourceUris(resources: readonly ResourceUri[]): FunctionDescriptorBuilder {
    return new FunctionDescriptorBuilder({ ...this.spec, resources });
  }

  /** An option. */
  option(key: string, value: string | number | boolean): FunctionDescriptorBuilder {
    return this.options({ ...this.spec.options, [key]: value });
  }

  /** The options. */
  options(options: Options): FunctionDescriptorBuilder {
    return new FunctionDescriptorBuilder({ ...this.spec, options: texts(options) });
  }

  /** The descriptor. */
  build(): FunctionDescriptor {
    return new FunctionDescriptor(this.spec);
  }
}

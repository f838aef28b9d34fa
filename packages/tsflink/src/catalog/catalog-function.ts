import type { CatalogFunction as FunctionMessage } from '../generated/tsflink/v1/catalog_pb.js';
import type { CatalogObjectInit } from '../plan/operation.js';
import type { ResourceType, ResourceUri } from './resource-uri.js';

/** The language of a function's class. Maps to Flink's `FunctionLanguage`. */
export type FunctionLanguage = 'JAVA' | 'SCALA' | 'PYTHON';

interface Spec {
  readonly className: string;
  readonly language: FunctionLanguage;
  readonly resources: readonly ResourceUri[];
  readonly options: Readonly<Record<string, string>>;
}

/** A function of a catalog, known by its class. Maps to Flink's `CatalogFunction`. */
export class CatalogFunction {
  private constructor(private readonly spec: Spec) {}

  /** A function that is a class, of Java if not said otherwise. */
  static of(
    className: string,
    language: FunctionLanguage = 'JAVA',
    resources: readonly ResourceUri[] = [],
  ): CatalogFunction {
    return new CatalogFunction({ className, language, resources, options: {} });
  }

  /** @internal One that came from a catalog. */
  static decode({ className, language, resources, options }: FunctionMessage): CatalogFunction {
    return new CatalogFunction({
      className,
      language: language as FunctionLanguage,
      resources: resources.map(({ type, uri }) => ({ type: type as ResourceType, uri })),
      options,
    });
  }

  /** The name of the class. */
  getClassName(): string {
    return this.spec.className;
  }

  /** The language of the class. */
  getFunctionLanguage(): FunctionLanguage {
    return this.spec.language;
  }

  /** The files that have the class and what it needs. */
  getFunctionResources(): readonly ResourceUri[] {
    return this.spec.resources;
  }

  /** The options. */
  getOptions(): Readonly<Record<string, string>> {
    return this.spec.options;
  }

  /** The same once more. */
  copy(): CatalogFunction {
    return new CatalogFunction(this.spec);
  }

  /** @internal The form in which it travels. */
  encode(): CatalogObjectInit {
    return encodeFunction(this.spec);
  }
}

/** A function that is a class, in the form in which it travels. */
export function encodeFunction({ className, language, resources, options }: Spec): CatalogObjectInit {
  return { case: 'function', value: { className, language, resources: [...resources], options: { ...options } } };
}

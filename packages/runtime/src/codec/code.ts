/** Source text under construction, and the values it refers to by name. */
export class Code {
  readonly #names: string[] = [];
  readonly #values: unknown[] = [];

  /** Makes a value known to the generated code and returns its name there. */
  bind(value: unknown): string {
    const known = this.#values.indexOf(value);
    if (known >= 0) return this.#names[known] as string;
    const name = `$${this.#names.length}`;
    this.#names.push(name);
    this.#values.push(value);
    return name;
  }

  /** Compiles a function with the given parameters and body. */
  compile<F>(parameters: readonly string[], body: string): F {
    const source = `'use strict'; return function (${parameters.join(', ')}) {\n${body}\n}`;
    return new Function(...this.#names, source)(...this.#values) as F;
  }
}

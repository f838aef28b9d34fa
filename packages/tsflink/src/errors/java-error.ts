/** The Java exception behind a {@link FlinkError}. */
export class JavaError extends Error {
  override readonly name = 'JavaError';
  /** Name of the exception's class. */
  declare readonly javaClass: string;
  /** Java's stack, with all its causes. */
  declare readonly javaStack: string;

  constructor(javaClass: string, javaStack: string) {
    super(javaStack.split('\n', 1)[0] ?? javaClass);
    // what consoles print is one line; who wants the hundred of Java asks for them
    this.stack = `JavaError: ${this.message}`;
    Object.defineProperty(this, 'name', { enumerable: false });
    Object.defineProperty(this, 'javaClass', { value: javaClass });
    Object.defineProperty(this, 'javaStack', { value: javaStack });
  }
}

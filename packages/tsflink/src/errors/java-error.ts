/** The Java exception behind a {@link FlinkError}: `stack` is Java's, with all its causes. */
export class JavaError extends Error {
  override readonly name = 'JavaError';

  constructor(
    /** Name of the exception's class. */
    readonly javaClass: string,
    javaStack: string,
  ) {
    super(javaStack.split('\n', 1)[0] ?? javaClass);
    this.stack = javaStack;
  }
}

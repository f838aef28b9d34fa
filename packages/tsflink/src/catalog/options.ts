/** Options as a program gives them. */
export type Options = Readonly<Record<string, string | number | boolean>>;

/** Options as Flink keeps them. */
export function texts(options: Options): Record<string, string> {
  return Object.fromEntries(Object.entries(options).map(([key, value]) => [key, String(value)]));
}

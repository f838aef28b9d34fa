/** The part of a bundle that comes from one module. */
export interface Section {
  /** The module, as esbuild names it. */
  readonly input: string;
  readonly start: number;
  readonly end: number;
}

/** The parts of a bundle, by the comments that esbuild writes above each. */
export function sectionsOf(code: string, isInput: (name: string) => boolean): Section[] {
  const found: { input: string; start: number }[] = [];
  for (const { 1: input = '', index } of code.matchAll(/^\/\/ (.+)$/gm)) {
    if (isInput(input)) found.push({ input, start: index });
  }
  return found.map((section, i) => ({ ...section, end: found[i + 1]?.start ?? code.length }));
}

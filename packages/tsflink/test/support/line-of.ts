import { readFileSync } from 'node:fs';

/** The line of a file that ends with the comment `// here: name`. */
export function lineOf(file: string, name: string): number {
  const lines = readFileSync(file, 'utf8').split('\n');
  return 1 + lines.findIndex((line) => line.endsWith(`// here: ${name}`));
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.js';

/** A program in the docs: a block of code that is marked as `ts`. */
export interface Example {
  /** The page, from the root of the repository. */
  readonly page: string;
  /** The line of its first line of code. */
  readonly line: number;
  readonly code: string;
  /** Whether it is marked `ts run`: it is run against Flink in the integration suite. */
  readonly runs: boolean;
  /** What it prints, where the block after it is marked `text output`. */
  readonly output: string | undefined;
}

/** Every program of README.md and of the pages in `docs/`. */
export function readExamples(): Example[] {
  const pages = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`)
    .sort();
  return ['README.md', ...pages].flatMap((page) => examplesOf(page, readFileSync(join(root, page), 'utf8')));
}

/** The programs of a page. */
export function examplesOf(page: string, text: string): Example[] {
  const examples: Example[] = [];
  for (const { mark, line, code } of blocks(text)) {
    const last = examples.at(-1);
    if (mark === 'text output' && last) examples[examples.length - 1] = { ...last, output: code };
    if (mark !== 'ts' && mark !== 'ts run') continue;
    examples.push({ page, line, code, runs: mark === 'ts run', output: undefined });
  }
  return examples;
}

function* blocks(text: string): Generator<{ readonly mark: string; readonly line: number; readonly code: string }> {
  let open: { readonly mark: string; readonly line: number; readonly code: string[] } | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const fence = /^```(.*)$/.exec(line);
    if (!fence) {
      open?.code.push(line);
    } else if (open === undefined) {
      open = { mark: fence[1]?.trim() ?? '', line: index + 2, code: [] };
    } else {
      yield { mark: open.mark, line: open.line, code: `${open.code.join('\n')}\n` };
      open = undefined;
    }
  }
}

import { isBlank, TOKEN } from './split-script.js';

/** `CREATE FUNCTION … AS 'module.ts#export' LANGUAGE TYPESCRIPT`. */
export interface CreateFunctionStatement {
  /** The place of the word TYPESCRIPT in the statement: where it begins, and what is behind it. */
  readonly language: readonly [begin: number, end: number];
  /** What stands behind AS. */
  readonly reference: string;
}

const LANGUAGE = 'TYPESCRIPT';
const BEGINNING = /^CREATE (?:TEMPORARY )?(?:SYSTEM )?FUNCTION /;

/** Tells whether a statement creates a function in TypeScript, and which; undefined for any other one. */
export function parseCreateFunction(statement: string): CreateFunctionStatement | undefined {
  if (!/\bTYPESCRIPT\b/i.test(statement)) return undefined;
  const tokens = [...statement.matchAll(TOKEN)].filter(({ 0: token }) => !isBlank(token));
  const words = tokens.map(({ 0: token }) => token.toUpperCase());
  if (!BEGINNING.test(words.slice(0, 5).join(' '))) return undefined;
  const as = words.findIndex((word, i) => word === 'AS' && words[i + 1]?.startsWith("'"));
  const [literal, keyword, language] = tokens.slice(as + 1, as + 4);
  if (as < 0 || !literal || keyword?.[0].toUpperCase() !== 'LANGUAGE') return undefined;
  if (language?.[0].toUpperCase() !== LANGUAGE) return undefined;
  return {
    language: [language.index, language.index + LANGUAGE.length],
    reference: literal[0].slice(1, -1).replaceAll("''", "'"),
  };
}

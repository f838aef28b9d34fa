import type { Variable } from 'eslint-scope';
import type { Position } from '../position.js';
import type { Script } from '../script/script.js';

/** A node of the graph of all that a function needs: how to make a value again in the task. */
export type GraphNode = Literal | Built | Code | Import | Cell | Member;

/** Text of an expression or statement, or a value inside. */
export type Part = string | GraphNode;

/** A statement about a value, given the value's name. */
export type Statement = (self: string) => readonly Part[];

/** An expression that is written wherever the value is used. */
export interface Literal {
  readonly kind: 'literal';
  readonly code: string;
}

/** A value made by an expression: `open`, the entries, `close`; then statements that complete it. */
export interface Built {
  readonly kind: 'built';
  readonly hint: string;
  readonly open: Part[];
  readonly entries: Entry[];
  close: string;
  readonly after: Statement[];
  /** Made immutable at last. */
  lock?: 'freeze' | 'seal' | 'preventExtensions';
}

/** A property, element, or entry of a collection. */
export interface Entry {
  readonly parts: readonly Part[];
  /** What stands in its place when it is part of a cycle; null: it and all that follow are added later, in order. */
  readonly placeholder: string | null;
  readonly later: Statement;
}

/** A stretch of a script: a function, a class, or an initialiser that is evaluated again. */
export interface Code {
  readonly kind: 'code';
  readonly hint: string;
  readonly script: Script;
  readonly start: number;
  readonly end: number;
  readonly prefix: string;
  readonly suffix: string;
  readonly edits: Edit[];
  readonly after: Statement[];
  /** For a declarator with a pattern: the variables that it declares. */
  readonly declares?: Map<Variable, Member>;
}

/** A replacement in a stretch of a script. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** What stands after `text`, and what after that. */
  readonly node?: GraphNode;
  readonly rest?: string;
  /** Evaluated when a function is called, not when the script is loaded. */
  readonly deferred?: boolean;
  readonly note?: Note;
}

/** What `explain` says about a captured variable. */
export interface Note {
  readonly name: string;
  readonly how: 'value' | 'import' | 'replay';
  readonly what: string;
  readonly at: Position;
}

/** An import of the bundle. */
export interface Import {
  readonly kind: 'import';
  readonly hint: string;
  readonly specifier: string;
  /** `*` for the namespace. */
  readonly imported: string;
  /** The directory from which the specifier is resolved. */
  readonly dir: string;
  readonly attributes: string;
}

/** A variable: its own because functions assign to it, or because its value is a literal. */
export interface Cell {
  readonly kind: 'cell';
  readonly hint: string;
  readonly assigned: boolean;
  value: GraphNode;
  /** The closure it was first found in; undefined for variables of a module. */
  readonly owner?: unknown;
}

/** A part of another node: a method of a class, or a variable that a `Code` declares. */
export interface Member {
  readonly kind: 'member';
  readonly hint: string;
  readonly of: GraphNode;
  readonly access?: (of: string) => string;
}

export const literal = (code: string): Literal => ({ kind: 'literal', code });

/** A value that is made by an expression. */
export function built(hint: string, open: Part[] = [], close = ''): Built {
  return { kind: 'built', hint, open, entries: [], close, after: [] };
}

/** A string, or any JSON, as source text. */
export const quote = (value: unknown): string => JSON.stringify(value);

/** Parts with a separator between them. */
export function joined(parts: readonly GraphNode[], separator: string): Part[] {
  return parts.flatMap((part, i) => (i === 0 ? [part] : [separator, part]));
}

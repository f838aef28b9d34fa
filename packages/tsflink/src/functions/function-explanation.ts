import type { SourcePosition } from '../source/frame.js';

/** A variable that a function takes along. */
export interface CapturedVariable {
  readonly name: string;
  /** Its value as it is now, what it imports, or its initialiser, which is evaluated again in the task. */
  readonly how: 'value' | 'import' | 'replay';
  /** The kind of value, or the module that is imported. */
  readonly what: string;
  /** Characters of source text that it adds, with all that it needs itself; imported modules are counted as modules. */
  readonly bytes: number;
  readonly at: SourcePosition;
}

/** A module of the program, or a package, that a function takes along. */
export interface ShippedCode {
  readonly name: string;
  readonly bytes: number;
}

/** A file that a module of a function reads, and that goes along with it. */
export interface ShippedFile extends ShippedCode {
  /** The npm package that it belongs to; absent for a file of the program, whose name is its path from the working directory. */
  readonly packageName?: string;
}

const SHOWN = 20;

/** What a function takes to Flink, and why. `toString()` is for people. */
export class FunctionExplanation {
  /** @internal Made by {@link explainFunction}. */
  constructor(
    readonly name: string,
    /** Bytes of the script that holds the function and all that it needs. */
    readonly bytes: number,
    /** Lower-case hexadecimal SHA-256 of the script: equal functions are uploaded once. */
    readonly hash: string,
    /** The variables that it takes from around it, and those that these take. */
    readonly captured: readonly CapturedVariable[],
    /** The modules of the program that it imports: paths from the working directory. */
    readonly modules: readonly ShippedCode[],
    /** The npm packages that it imports. */
    readonly packages: readonly ShippedCode[],
    /** The files that its modules and packages read. */
    readonly files: readonly ShippedFile[],
    /** The npm packages that travel as folders, for the process engine: those with native code, and what they depend on. */
    readonly folders: readonly ShippedCode[],
    /** What may surprise. */
    readonly warnings: readonly string[],
  ) {}

  /** The whole account, for people. */
  toString(): string {
    const variables = this.captured.map(
      ({ name, how, what, bytes, at }) =>
        `${name}: ${HOW[how]}${what && ` ${what}`}${how === 'import' ? '' : `, ${size(bytes)}`} (line ${at.line})`,
    );
    const code = (parts: readonly ShippedCode[]) => parts.map(({ name, bytes }) => `${name}, ${size(bytes)}`);
    return [
      `Function ${this.name}: ${size(this.bytes)}`,
      ...section('captured', variables),
      ...section('modules', code(this.modules)),
      ...section('packages', code(this.packages)),
      ...section('files', code(this.files)),
      ...section('packages as folders, for the process engine', code(this.folders)),
      ...section('warnings', this.warnings),
    ].join('\n');
  }
}

const HOW = { value: 'by value,', import: 'import of', replay: 'evaluated again,' };

function section(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const more = lines.length > SHOWN ? [`    … and ${lines.length - SHOWN} more`] : [];
  return [`  ${title}:`, ...lines.slice(0, SHOWN).map((line) => `    ${line}`), ...more];
}

function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1024 ** 2 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`;
}

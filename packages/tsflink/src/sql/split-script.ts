/** A statement of a script. */
export interface ScriptStatement {
  /** The statement, without its semicolon. */
  readonly text: string;
  /** The line of the script on which it begins, from 1. */
  readonly line: number;
}

/** A token of SQL: a comment, something in quotes (a quote in it is doubled), a word, or any other character. */
export const TOKEN =
  /--[^\n]*|\/\*(?!\+)[\s\S]*?(?:\*\/|$)|'(?:[^']|'')*'?|`(?:[^`]|``)*`?|"(?:[^"]|"")*"?|\w+|[\s\S]/g;

/** Whether a token says nothing: white space, or a comment; of a hint, `/*` is a token of its own. */
export function isBlank(token: string): boolean {
  return token.trim() === '' || token.startsWith('--') || (token.startsWith('/*') && token.length > 2);
}

/**
 * The statements of a script. Semicolons in quotes, comments and blocks (`STATEMENT SET BEGIN … END`) part nothing; the
 * statements of `BEGIN STATEMENT SET; … END;` are one.
 */
export function splitScript(script: string): ScriptStatement[] {
  const statements: ScriptStatement[] = [];
  let begin: { readonly at: number; readonly line: number } | undefined;
  let line = 1;
  let block = new Block();

  const end = (at: number) => {
    if (begin) statements.push({ text: script.slice(begin.at, at).trim(), line: begin.line });
    begin = undefined;
    block = new Block();
  };
  for (const { 0: token, index } of script.matchAll(TOKEN)) {
    if (token === ';' && !block.isOpen) {
      end(index);
    } else if (!isBlank(token)) {
      begin ??= { at: index, line };
      if (/^\w/.test(token)) block.see(token.toUpperCase());
    }
    line += token.split('\n').length - 1;
  }
  end(script.length);
  return joinStatementSets(statements);
}

/** Whether a statement is within `… BEGIN … END`, where CASE has an END of its own. */
class Block {
  private depth = 0;
  private words = 0;

  get isOpen(): boolean {
    return this.depth > 0;
  }

  see(word: string): void {
    const isFirst = this.words++ === 0;
    if (word === 'BEGIN' && !isFirst) this.depth++;
    else if (word === 'CASE' && this.isOpen) this.depth++;
    else if (word === 'END' && this.isOpen) this.depth--;
  }
}

/** The script's `BEGIN STATEMENT SET; …; END;` as the one statement that Flink knows. */
function joinStatementSets(statements: readonly ScriptStatement[]): ScriptStatement[] {
  const joined: ScriptStatement[] = [];
  let set: { readonly line: number; readonly parts: string[] } | undefined;
  for (const statement of statements) {
    if (/^BEGIN\s+STATEMENT\s+SET$/i.test(statement.text)) {
      set = { line: statement.line, parts: [] };
    } else if (set === undefined) {
      joined.push(statement);
    } else if (/^END$/i.test(statement.text)) {
      joined.push({ text: setOf(set.parts), line: set.line });
      set = undefined;
    } else {
      // its lines stay where they are in the script
      const before = set.line + set.parts.join('').split('\n').length - 1;
      set.parts.push(`${'\n'.repeat(Math.max(0, statement.line - before))}${statement.text};`);
    }
  }
  // one that is not ended is Flink's to refuse
  if (set !== undefined) joined.push({ text: `BEGIN STATEMENT SET;${set.parts.join('')}`, line: set.line });
  return joined;
}

const setOf = (parts: readonly string[]) => `EXECUTE STATEMENT SET BEGIN ${parts.join('')} END`;

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitScript } from '../src/sql/split-script.js';

const texts = (script: string) => splitScript(script).map(({ text }) => text);

describe('a script', () => {
  it('is split at semicolons, each statement with its line', () => {
    expect(splitScript('SELECT 1;\n\n  SELECT\n  2 ; ;\nSELECT 3')).toEqual([
      { text: 'SELECT 1', line: 1 },
      { text: 'SELECT\n  2', line: 3 },
      { text: 'SELECT 3', line: 5 },
    ]);
  });

  it.each<[string, string, string[]]>([
    ['quotes', "SELECT 'a;''b;' AS `x;``y`; SELECT 2", ["SELECT 'a;''b;' AS `x;``y`", 'SELECT 2']],
    ['comments', '-- a; b\nSELECT /* ; */ 1; -- ;\n/* ; */ SELECT 2 --;', ['SELECT /* ; */ 1', 'SELECT 2 --;']],
    [
      'hints',
      "SELECT * FROM t /*+ OPTIONS('a'=';') */; SELECT 2",
      ["SELECT * FROM t /*+ OPTIONS('a'=';') */", 'SELECT 2'],
    ],
    ['nothing', ' ; -- nothing\n;/* at all */', []],
    [
      'statement sets',
      'EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT CASE WHEN x THEN 1 END FROM t; INSERT INTO b SELECT 2; END; SELECT 1',
      [
        'EXECUTE STATEMENT SET BEGIN INSERT INTO a SELECT CASE WHEN x THEN 1 END FROM t; INSERT INTO b SELECT 2; END',
        'SELECT 1',
      ],
    ],
    [
      "statement sets of Flink's SQL client",
      'BEGIN STATEMENT SET;\nINSERT INTO a SELECT 1;\n\nINSERT INTO b SELECT 2;\nEND;\nSELECT 1',
      ['EXECUTE STATEMENT SET BEGIN \nINSERT INTO a SELECT 1;\n\nINSERT INTO b SELECT 2; END', 'SELECT 1'],
    ],
    [
      'a set without an end',
      'BEGIN STATEMENT SET; INSERT INTO a SELECT 1',
      ['BEGIN STATEMENT SET;INSERT INTO a SELECT 1;'],
    ],
    ['CASE outside of sets', 'SELECT CASE WHEN a THEN 1 END; SELECT 2', ['SELECT CASE WHEN a THEN 1 END', 'SELECT 2']],
  ])('with %s', (_, script, expected) => {
    const found = texts(script);
    if (expected.length > 0 || found.length > 0) expect(found).toEqual(expected);
  });

  it('gives back any statements that were put together', () => {
    const quoted = fc.string({ maxLength: 12 }).map((text) => `'${text.replaceAll("'", "''")}'`);
    const comment = fc.string({ maxLength: 12 }).map((text) => `--${text.replaceAll('\n', ' ')}\n`);
    const statement = fc
      .array(fc.oneof(quoted, comment, fc.constantFrom('a', ' b ', '1.5', '\n', '`x;y`', '(', ')')), { maxLength: 8 })
      .map((parts) => `SELECT ${parts.join(' ')} 1`);
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 5 }), (statements) => {
        const script = statements.join(';\n');
        const split = splitScript(script);
        expect(split.map(({ text }) => text)).toEqual(statements);
        for (const { text, line } of split) {
          expect(
            script
              .split('\n')
              .slice(line - 1)
              .join('\n')
              .startsWith(text),
          ).toBe(true);
        }
      }),
    );
  });
});

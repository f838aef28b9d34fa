import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const fixtures = join(import.meta.dirname, 'fixtures');
const tsc = join(import.meta.dirname, '..', '..', 'node_modules', 'typescript', 'bin', 'tsc');

/** What the compiler says of the wrong programs, file by file. */
function messages(): Map<string, string[]> {
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', fixtures, '--pretty', 'false'], {
    cwd: fixtures,
    encoding: 'utf8',
  });
  const byFile = new Map<string, string[]>();
  let current: string[] = [];
  for (const line of stdout.split('\n').filter(Boolean)) {
    const file = /^wrong\/(.+?)\.ts\(/.exec(line)?.[1];
    if (file !== undefined) {
      current = byFile.get(file) ?? [];
      byFile.set(file, current);
    }
    current.push(line);
  }
  return byFile;
}

describe('what the compiler says of wrong programs', () => {
  const said = messages();
  const programs = readdirSync(join(fixtures, 'wrong')).map((file) => file.replace(/\.ts$/, ''));

  it('refuses each of them, and nothing else', () => {
    expect([...said.keys()].sort()).toEqual(programs.filter((program) => program !== 'setup').sort());
  });

  it('says what it said before', async () => {
    const text = [...said.keys()].sort().map((file) => said.get(file)?.join('\n'));
    await expect(`${text.join('\n\n')}\n`).toMatchFileSnapshot('messages.txt');
  });

  it.each([
    ['wrong-column', "Did you mean 'client_ip'?"],
    ['sum-string', "Property 'sum' does not exist on type 'StringExpression"],
    ['upper-case-of-bigint', "Property 'upperCase' does not exist on type 'IntegerExpression<BIGINT"],
    ['json-option', '"ERROR" | "FALSE" | "TRUE" | "UNKNOWN"'],
    ['interval-with-int', "not assignable to parameter of type 'Duration | Expression<INTERVAL"],
    ['interval-of-column', 'lit(1).day().times($.n) for a column'],
    ['mixed-array', 'the elements have no type in common: cast them'],
    ['ungrouped-column', '"neither grouped nor aggregated"'],
    ['agg-in-where', `Type '"aggregate"' is not assignable to type '"row"'`],
    ['sink-int-division', 'column download_speed: the sink has DOUBLE, the query yields BIGINT'],
    ['sink-missing-extra', 'column provinze (STRING) of the query: the sink does not have it'],
    ['join-collision', "both tables have a column 'user': rename it first"],
    ['window-not-time', "column 'n' (INT NOT NULL) is not a time attribute: give the table a watermark on it"],
    ['window-no-column', "the table has no column 'tss'"],
    ['window-not-grouped', "group by the window too: groupBy('w', …)"],
    ['window-alias-taken', "the window's alias 'user' is also a column of the table"],
    ['window-ungrouped', '"neither grouped nor aggregated"'],
    ['over-no-order', "Property 'as' does not exist on type 'OverWindowPartitioned"],
    ['over-not-time', "the table has no column 'usr'"],
    ['in-table-columns', 'IN takes a table of one column: select() it first'],
    ['pipeline-sink', 'column access_count (BIGINT) of the sink: the query does not yield it'],
    ['temporal-not-time', "column 'n' (INT NOT NULL) is not a time attribute"],
    ['union', 'column user: STRING NOT NULL on the left, BIGINT NOT NULL on the right'],
    ['add-existing', "column 'n' exists: use addOrReplaceColumns"],
    ['mixed-agg', 'select mixes plain columns with aggregates: groupBy() the plain columns first'],
    ['null-to-notnull-sink', 'column id: the sink has BIGINT NOT NULL, the query yields BIGINT'],
    ['udf-nullable', "'ip' is possibly 'null'"],
  ])('%s: %s', (program, message) => {
    expect(said.get(program)?.join('\n')).toContain(message);
  });
});

import { readFile, writeFile } from 'node:fs/promises';
import { EnvironmentSettings, TableEnvironment } from 'tsflink';
import { describeTables } from '../codegen/describe-tables.js';
import { moduleSource } from '../codegen/module-source.js';
import { splitStatements } from '../codegen/split-statements.js';
import { Exit } from '../exit.js';
import type { AddCommand } from '../program.js';

interface Options {
  readonly sql?: string;
  readonly execute: readonly string[];
  readonly catalog?: string;
  readonly database?: string;
  readonly tables: readonly string[];
  readonly out?: string;
  readonly check?: boolean;
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  # the tables of a script of DDL
  tsflink codegen --sql tables.sql --out src/tables.ts

  # the tables of a database, read through Flink's JDBC catalog
  tsflink codegen --catalog shop --database orders --out src/tables.ts \\
    --execute "CREATE CATALOG shop WITH ('type' = 'jdbc', 'base-url' = 'jdbc:mysql://db:3306', …)"

  # in CI: fails (exit code 1) when the file is not what would be written
  tsflink codegen --sql tables.sql --out src/tables.ts --check

Options that hold secrets (passwords, tokens, keys) are not written: the file reads them from the environment.
`;

const gather = (value: string, before: readonly string[]) => [...before, value];

/** `tsflink codegen`: writes the typed definitions of the tables of a catalog or of a script. */
export const codegen: AddCommand = (program, console, end) => {
  program
    .command('codegen')
    .description('write the typed table definitions of a catalog or a DDL script')
    .option('--sql <file>', 'a script of SQL that is run first; its tables and views are written')
    .option('--execute <statement>', 'a statement of SQL that is run first (may be repeated)', gather, [])
    .option('--catalog <name>', 'the catalog whose tables are written; the current one by default')
    .option('--database <name>', 'the database whose tables are written; the current one by default')
    .option('--tables <name>', 'only this table, or those that match: order_* (may be repeated)', gather, [])
    .option('--out <file>', 'the file that is written; the standard output by default')
    .option('--check', 'write nothing, and fail if the file is not what would be written')
    .option('--json', 'say what was done as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (options: Options, command) => {
      if (options.check && !options.out) command.error('error: --check needs --out');
      if (options.json && !options.out) command.error('error: --json needs --out');
      const { source, tables, views } = await generate(options);
      const { out, check = false } = options;
      if (out === undefined) {
        console.out(source);
        return;
      }
      const before = await readFile(out, 'utf8').catch(() => undefined);
      const changed = before !== source;
      if (changed && !check) await writeFile(out, source);
      if (check && changed) end(Exit.FAILED);
      if (options.json) {
        console.out(`${JSON.stringify({ file: out, tables, views, changed, written: changed && !check }, null, 2)}\n`);
      } else if (check) {
        if (changed) console.err(`error: ${out} is not up to date\n${firstDifference(before, source)}`);
      } else {
        const written = [counted(tables.length, 'table'), ...(views.length > 0 ? [counted(views.length, 'view')] : [])];
        console.out(`${out}: ${written.join(', ')}${changed ? '' : ', unchanged'}\n`);
      }
    });
};

async function generate(options: Options) {
  await using tEnv = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
  const script = options.sql === undefined ? '' : await readFile(options.sql, 'utf8');
  for (const statement of [...splitStatements(script), ...options.execute]) await tEnv.executeSql(statement);
  const described = await describeTables(tEnv, options);
  return {
    source: moduleSource(described.tables, described.views),
    tables: described.tables.map((table) => table.path),
    views: described.views.map((view) => view.path),
  };
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

/** The first line that is not as it should be. */
function firstDifference(before: string | undefined, after: string): string {
  if (before === undefined) return 'It does not exist.\n';
  const [old, now] = [before.split('\n'), after.split('\n')];
  const at = now.findIndex((line, i) => line !== old[i]);
  const line = at < 0 ? now.length : at;
  return `line ${line + 1}:\n- ${old[line] ?? ''}\n+ ${now[line] ?? ''}\nRun the same command without --check.\n`;
}

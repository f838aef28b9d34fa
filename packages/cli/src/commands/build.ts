import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { EnvironmentSettings, loadFunctions, TableEnvironment } from 'tsflink';
import { gather } from '../gather.js';
import type { AddCommand } from '../program.js';

interface Options {
  readonly out: string;
  readonly package?: string;
  readonly runtime: boolean;
  readonly option: readonly string[];
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  # functions.jar has a class functions.ip_to_province for the export ip_to_province
  tsflink build functions.ts -o functions.jar

  # in Flink's own SQL client or SQL gateway
  CREATE FUNCTION ip_to_province AS 'functions.ip_to_province' LANGUAGE JAVA USING JAR '/path/functions.jar';
`;

/** `tsflink build`: makes a jar of the functions that a module exports, for Flink's own SQL. */
export const build: AddCommand = (program, console) => {
  program
    .command('build <module>')
    .description("make a jar of the functions that a module exports, for Flink's own SQL")
    .requiredOption('-o, --out <file>', 'the jar that is written')
    .option('--package <name>', 'the package of the classes; the name of the module by default')
    .option('--no-runtime', 'without what runs functions, for clusters that have it in their lib/')
    .option('-D, --option <key=value>', 'an option of functions, as tsflink.function.timeout=5s', gather, [])
    .option('--json', 'say what was done as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (module: string, { out, runtime, json, ...options }: Options) => {
      const functions = await loadFunctions(module);
      const packageName = options.package ?? basename(module).replace(/\..*$/, '').replaceAll(/\W/g, '_');
      await using tEnv = TableEnvironment.create(EnvironmentSettings.inStreamingMode());
      for (const option of options.option) {
        const [key = '', ...value] = option.split('=');
        tEnv.getConfig().set(key, value.join('='));
      }
      const jar = await tEnv.buildFunctionJar(functions, { packageName, runtime });
      await writeFile(out, jar);
      const classes = Object.keys(functions).map((name) => `${packageName}.${name}`);
      if (json) console.out(`${JSON.stringify({ file: out, bytes: jar.length, classes }, null, 2)}\n`);
      else console.out(`${out}: ${(jar.length / 1e6).toFixed(1)} MB\n${classes.map((name) => `  ${name}\n`).join('')}`);
    });
};

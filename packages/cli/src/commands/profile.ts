import { writeFile } from 'node:fs/promises';
import { InvalidArgumentError } from 'commander';
import { profileCpu } from '../inspector/cpu-profile.js';
import { InspectorClient } from '../inspector/inspector-client.js';
import type { AddCommand } from '../program.js';

interface Options {
  readonly inspect: string;
  readonly seconds: number;
  readonly out: string;
  readonly json?: boolean;
}

const EXAMPLES = `
Examples:
  # a job with 'tsflink.process.inspect' = 'open' writes the addresses of its processes to the TaskManager's log
  tsflink profile --inspect ws://127.0.0.1:9229/… --seconds 10 -o job.cpuprofile

VS Code opens the file, and so does the performance panel of Chrome's DevTools.
`;

/** `tsflink profile`: takes a CPU profile of the functions that a process runs. */
export const profile: AddCommand = (program, console) => {
  program
    .command('profile')
    .description('take a CPU profile of functions in a process of the process engine')
    .requiredOption('--inspect <address>', 'the inspector of the process: ws://…')
    .option('--seconds <number>', 'how long', positive, 10)
    .option('-o, --out <file>', 'the file that is written', 'functions.cpuprofile')
    .option('--json', 'say what was done as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async ({ inspect, seconds, out, json }: Options) => {
      using inspector = await InspectorClient.connect(inspect);
      const { nodes, ...rest } = await profileCpu(inspector, seconds);
      await writeFile(out, JSON.stringify({ nodes, ...rest }));
      if (json) console.out(`${JSON.stringify({ file: out, seconds, frames: nodes.length }, null, 2)}\n`);
      else console.out(`${out}: ${seconds} s, ${nodes.length} frames\n`);
    });
};

function positive(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0)) throw new InvalidArgumentError('It is a number of seconds.');
  return seconds;
}

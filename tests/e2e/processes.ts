import { execFileSync } from 'node:child_process';

/** A process that runs. */
export interface Process {
  readonly pid: number;
  readonly command: string;
}

/** All processes that a process has started, and those that these have started. */
export function descendants(root: number): Process[] {
  const all = list();
  const found: (Process & { parent: number })[] = [];
  for (const pids = new Set([root]); ; ) {
    const more = all.filter(({ pid, parent }) => pids.has(parent) && !pids.has(pid));
    if (more.length === 0) return found;
    for (const process of more) pids.add(process.pid);
    found.push(...more);
  }
}

/** Those of the processes that are still there. */
export function alive(processes: readonly Process[]): Process[] {
  const commands = new Map(list().map(({ pid, command }) => [pid, command]));
  return processes.filter(({ pid, command }) => commands.get(pid) === command);
}

function list(): (Process & { readonly parent: number })[] {
  const output = execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,args='], { encoding: 'utf8', maxBuffer: 16 << 20 });
  return output
    .split('\n')
    .map((line) => /^ *(\d+) +(\d+) +(\S+) +(.*)$/.exec(line))
    .filter((match) => match !== null)
    .filter(([, , , state]) => !state?.startsWith('Z'))
    .map(([, pid, parent, , command = '']) => ({ pid: Number(pid), parent: Number(parent), command }));
}

import { readdir, readFile } from 'node:fs/promises';
import { jdkTool } from '../process/jdk.js';
import { runTool } from '../process/run-tool.js';

/** What a JVM holds; sizes in bytes. */
export interface JvmUsage {
  /** Resident memory of the process. */
  readonly resident: number;
  /** Objects that live. */
  readonly heap: number;
  readonly metaspace: number;
  readonly threads: number;
  /** Open files, sockets and the like. */
  readonly files: number;
  /** User class loaders of Flink's jobs. */
  readonly jobClassLoaders: number;
}

/** What a JVM of Flink's holds after a collection of its garbage; of Linux only. */
export async function jvmUsage(pid: number): Promise<JvmUsage> {
  const jcmd = async (command: string) => (await runTool(jdkTool('jcmd'), [String(pid), command])).output;
  const classes = await jcmd('GC.class_histogram'); // collects the garbage first
  const spaces = await jcmd('GC.heap_info');
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const used = (pattern: RegExp) =>
    [...spaces.matchAll(pattern)].reduce((sum, match) => sum + Number(match[1]) * 1024, 0);
  const instances = (name: string) => Number(new RegExp(`(\\d+) +\\d+ +${name}\\s`).exec(classes)?.[1] ?? 0);
  return {
    resident: Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1]) * 1024,
    heap: used(/generation +total \d+K, used (\d+)K/g),
    metaspace: used(/Metaspace +used (\d+)K/g),
    threads: Number(/Threads:\s+(\d+)/.exec(status)?.[1]),
    files: (await readdir(`/proc/${pid}/fd`)).length,
    jobClassLoaders: instances('org\\.apache\\.flink\\.util\\.ChildFirstClassLoader'),
  };
}

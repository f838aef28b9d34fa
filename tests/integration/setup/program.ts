import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A program of `tests/integration/programs`, with a gateway of its own. */
export class Program {
  private readonly child: ChildProcess;
  private written = '';
  /** What it wrote to both outputs, and its exit status, when it has ended. */
  readonly ended: Promise<{ readonly output: string; readonly status: number | null }>;

  constructor(name: string) {
    const { TSFLINK_GATEWAY_ADDRESS: _, ...env } = process.env;
    const file = join(import.meta.dirname, '..', 'programs', `${name}.ts`);
    this.child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', file], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env,
    });
    const note = (chunk: Buffer) => {
      this.written += chunk.toString();
    };
    this.child.stdout?.on('data', note);
    this.child.stderr?.on('data', note);
    this.ended = once(this.child, 'close').then(([status]) => ({ output: this.written, status }));
  }

  /** What it wrote until now. */
  get output(): string {
    return this.written;
  }

  /** The process of its gateway. */
  get gateway(): number {
    const { stdout } = spawnSync('pgrep', ['-P', String(this.child.pid), 'java'], { encoding: 'utf8' });
    return Number(stdout.trim());
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }
}

/** Whether a process is there. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

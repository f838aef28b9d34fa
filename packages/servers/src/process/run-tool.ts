import { type ExecFileException, execFile } from 'node:child_process';

/** How a tool that was run to its end went. */
export interface ToolResult {
  /** The exit status; -1 when it was ended by a signal or by the time limit, or could not be run. */
  readonly status: number;
  /** What it printed on both outputs. */
  readonly output: string;
  /** Why it could not be run at all. */
  readonly error?: string;
}

/** Runs a tool to its end, for at most `timeoutMs`. Never throws. */
export function runTool(
  command: string,
  args: readonly string[],
  options: { cwd?: string; timeoutMs?: number; env?: NodeJS.ProcessEnv } = {},
): Promise<ToolResult> {
  return new Promise((resolve) => {
    execFile(
      command,
      args,
      {
        cwd: options.cwd,
        env: { ...process.env, ...options.env },
        timeout: options.timeoutMs ?? 120_000,
        maxBuffer: 64 << 20,
      },
      (error: ExecFileException | null, stdout, stderr) => {
        const output = `${stdout}${stderr}`;
        if (!error) resolve({ status: 0, output });
        else if (typeof error.code === 'number') resolve({ status: error.code, output });
        else resolve({ status: -1, output, error: error.killed ? 'it took too long' : error.message });
      },
    );
  });
}

/** The last lines of an output, for an error. */
export function lastLines(output: string, lines = 12): string {
  return quote(output.trimEnd().split('\n').slice(-lines));
}

/** Lines as they are quoted in an error, each cut to a sane length. */
export function quote(lines: readonly string[]): string {
  return lines.map((line) => `  | ${line.slice(0, 300)}`).join('\n');
}

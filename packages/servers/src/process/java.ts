import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ServerError } from '../errors/server-error.js';

/** The path of a tool of the JDK: the one in JAVA_HOME, else the one on the PATH. */
export function jdkTool(tool: 'java' | 'jar'): string {
  return process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', tool) : tool;
}

/**
 * Runs a short Java tool to its end.
 *
 * @throws ServerError `JDK_NOT_FOUND` when there is no such tool, `SERVER_NOT_STARTED` when it fails
 */
export function runJdkTool(tool: 'java' | 'jar', args: readonly string[], options: { cwd?: string } = {}): void {
  const { error, status, stdout, stderr } = spawnSync(jdkTool(tool), args, { ...options, encoding: 'utf8' });
  if (error) {
    throw new ServerError(
      'JDK_NOT_FOUND',
      `${jdkTool(tool)} could not be run: ${error.message}.`,
      'Install a JDK 17 or later, and set JAVA_HOME or PATH to it.',
    );
  }
  if (status !== 0) {
    const output = `${stdout}${stderr}`.trimEnd().split('\n').slice(-12).join('\n');
    throw new ServerError('SERVER_NOT_STARTED', `${tool} failed with status ${status}:\n${output}`, 'See above.');
  }
}

import { join } from 'node:path';
import { noSpace } from '../errors/no-space.js';
import { ServerError } from '../errors/server-error.js';
import { lastLines, runTool } from './run-tool.js';

/** The path of a tool of the JDK: the one in JAVA_HOME, else the one on the PATH. */
export function jdkTool(tool: 'java' | 'jar' | 'jcmd'): string {
  return process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', tool) : tool;
}

/**
 * Runs a Java tool to its end.
 *
 * @throws ServerError `JDK_NOT_FOUND` when there is no such tool, `NO_SPACE`, else `SERVER_NOT_STARTED` with what it printed
 */
export async function runJdkTool(
  purpose: string,
  tool: 'java' | 'jar',
  args: readonly string[],
  cwd: string,
): Promise<void> {
  const { status, output, error } = await runTool(jdkTool(tool), args, { cwd });
  if (status === 0) return;
  if (error) {
    throw new ServerError(
      'JDK_NOT_FOUND',
      `${jdkTool(tool)} could not be run: ${error}.`,
      'Install a JDK 17 or later, and set JAVA_HOME or PATH to it.',
    );
  }
  throw (
    noSpace(new Error(output), cwd) ??
    new ServerError('SERVER_NOT_STARTED', `${purpose} failed.\n${lastLines(output)}`, `Directory: ${cwd}`)
  );
}

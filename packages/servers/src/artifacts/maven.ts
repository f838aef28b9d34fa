import { maven } from '../../../../scripts/lib/maven.mjs';
import { noSpace } from '../errors/no-space.js';
import { ServerError } from '../errors/server-error.js';
import { lastLines, runTool } from '../process/run-tool.js';

// In full: with only its prefix, Maven says 'no plugin found' when the network is away.
const COPY_DEPENDENCIES = 'org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies';
const TIMEOUT_MS = 15 * 60_000;

/**
 * Fetches the runtime dependencies of a POM, checked against the registry's own sums on the way.
 *
 * @throws ServerError `MAVEN_NOT_FOUND`, `DOWNLOAD_FAILED`, `NO_SPACE`
 */
export async function copyDependencies(pom: string, target: string): Promise<void> {
  const [command, ...args] = locateMaven();
  const { status, output, error } = await runTool(
    command,
    [...args, '-B', '-q', '-C', '-f', pom, COPY_DEPENDENCIES, `-DoutputDirectory=${target}`],
    { timeoutMs: TIMEOUT_MS },
  );
  if (status !== 0) throw explain(error ?? output, target);
}

function locateMaven(): [string, ...string[]] {
  try {
    return maven() as [string, ...string[]];
  } catch (error) {
    const [message = '', hint = ''] = (error as Error).message.split(/\n */);
    throw new ServerError(/JDK/.test(message) ? 'JDK_NOT_FOUND' : 'MAVEN_NOT_FOUND', message, hint, { cause: error });
  }
}

/** Puts what Maven printed into one sentence. */
export function explain(output: string, target: string): ServerError {
  const artifact = /(?:artifact|descriptor for|Could not transfer artifact) ([\w.-]+(?::[\w.-]+){2,})/.exec(
    output,
  )?.[1];
  const checksum = /Checksum validation failed[^\n]*/.exec(output)?.[0];
  if (checksum) {
    return new ServerError(
      'CHECKSUM_MISMATCH',
      `${artifact ?? 'A file'} was not fetched whole: ${checksum}`,
      'Try again; if it stays, the registry or mirror of your Maven settings serves a wrong file.',
    );
  }
  return (
    noSpace(new Error(output), target) ??
    new ServerError(
      'DOWNLOAD_FAILED',
      artifact ? `Maven could not fetch ${artifact}: ${reason(output)}` : `Maven failed.\n${lastLines(output)}`,
      'Check the network, or the mirror in ~/.m2/settings.xml, and try again; what was fetched is kept.',
    )
  );
}

function reason(output: string): string {
  if (/offline mode/.test(output)) return 'Maven is in offline mode.';
  const host = /(?:Unknown host|Name or service not known:?|UnknownHostException:?) ?([\w.-]*)/.exec(output);
  if (host) return `the host ${host[1] ?? ''} cannot be found.`;
  if (/Connection refused/.test(output)) return 'the connection was refused.';
  if (/Network is unreachable|No route to host/.test(output)) return 'the network cannot be reached.';
  if (/timed out/i.test(output)) return 'the connection timed out.';
  if (/was not found in|Could not find artifact/.test(output)) return 'it is not in the registry.';
  return `${lastLines(output, 3).trim()}`;
}

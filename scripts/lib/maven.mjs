import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root, StepError } from './step.mjs';

/** The command that runs Maven: the one on the PATH, else the wrapper of the repository. */
export function maven() {
  if (javaVersion() < 17) {
    throw new StepError(
      'A JDK 17 or later is needed, and none was found.',
      'Install one, and set JAVA_HOME or PATH to it.',
    );
  }
  if (spawnSync('mvn', ['--version'], { stdio: 'ignore' }).status === 0) return ['mvn'];
  if (process.env.MVNW_REPOURL) return [join(root, 'jvm', 'mvnw')];
  throw new StepError(
    'Maven was not found.',
    'Install Maven 3.8 or later; or set MVNW_REPOURL to the base address of Maven Central (or of your mirror), and it is fetched from there.',
  );
}

/** Puts the usual failures of Maven into one sentence. */
export function explainMaven(output) {
  if (/No space left on device/.test(output)) {
    return new StepError('There is no space left on the disk.', 'About 2 GB are needed for the jars and the build.');
  }
  const unreachable = /Could not transfer artifact (\S+).*?: (.*)/.exec(output);
  if (unreachable) {
    return new StepError(
      `Maven could not fetch ${unreachable[1]}: ${unreachable[2]}`,
      'Check the network, or the mirror in ~/.m2/settings.xml; what was fetched is kept.',
    );
  }
  const checksum = /(Checksum .*)/.exec(output);
  return checksum
    ? new StepError(checksum[1], 'Delete that file from the local Maven repository and try again.')
    : undefined;
}

function javaVersion() {
  const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'javac') : 'javac';
  const { stdout, stderr, status } = spawnSync(java, ['-version'], { encoding: 'utf8' });
  return status === 0 ? Number(/javac (\d+)/.exec(stdout + stderr)?.[1] ?? 0) : 0;
}

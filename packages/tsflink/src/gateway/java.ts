import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { FlinkError } from '../errors/flink-error.js';

/** The oldest Java that Flink runs on here. */
const OLDEST = 17;
const INSTALL = 'Install a JDK 17 (such as Eclipse Temurin) and set JAVA_HOME to its directory, or put java on PATH.';

/** The `java` to start: that of JAVA_HOME, or the first one on PATH. Throws JDK_NOT_FOUND, JDK_UNSUPPORTED. */
export function findJava(env: NodeJS.ProcessEnv = process.env): string {
  const home = env.JAVA_HOME;
  if (home) {
    const java = join(home, 'bin', EXECUTABLE);
    if (isExecutable(java)) return checkVersion(java);
    throw new FlinkError('JDK_NOT_FOUND', `JAVA_HOME is ${home}, where there is no bin/${EXECUTABLE}`, {
      hint: INSTALL,
    });
  }
  const java = (env.PATH ?? '')
    .split(delimiter)
    .map((path) => join(path, EXECUTABLE))
    .find(isExecutable);
  if (java) return checkVersion(java);
  throw new FlinkError('JDK_NOT_FOUND', 'There is no Java: JAVA_HOME is not set, and PATH has no java', {
    hint: INSTALL,
  });
}

const EXECUTABLE = process.platform === 'win32' ? 'java.exe' : 'java';

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function checkVersion(java: string): string {
  const version = versionOfRelease(java) ?? versionOfOutput(java);
  const major = Number(/^(?:1\.)?(\d+)/.exec(version)?.[1] ?? 0);
  if (major >= OLDEST) return java;
  throw new FlinkError('JDK_UNSUPPORTED', `${java} is Java ${version}, and Java ${OLDEST} or newer is needed`, {
    hint: INSTALL,
  });
}

/** The version in the file `release` of the JDK; undefined where there is none. */
function versionOfRelease(java: string): string | undefined {
  try {
    const release = readFileSync(join(dirname(dirname(realpathSync(java))), 'release'), 'utf8');
    return /^JAVA_VERSION="([^"]+)"/m.exec(release)?.[1];
  } catch {
    return undefined;
  }
}

function versionOfOutput(java: string): string {
  const { stderr, error } = spawnSync(java, ['-version'], { encoding: 'utf8', timeout: 20_000 });
  return /version "([^"]+)"/.exec(stderr ?? '')?.[1] ?? `of an unknown version (${error?.message ?? 'no answer'})`;
}

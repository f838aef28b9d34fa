import { existsSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { FlinkError } from '../errors/flink-error.js';
import { ownDirectory } from '../source/own-directory.js';

/** Flink and the gateway, as jvm/dist assembles them. */
export interface Distribution {
  readonly home: string;
  /** Every jar, in an order that does not change between starts: the archive of classes depends on it. */
  readonly classPath: string;
  /** Options of the JVM that the distribution asks for. */
  readonly options: readonly string[];
}

/** The distribution at TSFLINK_HOME, or that of the workspace. Throws DISTRIBUTION_NOT_FOUND. */
export function findDistribution(env: NodeJS.ProcessEnv = process.env): Distribution {
  const given = env.TSFLINK_HOME;
  const home = given || workspaceHome();
  if (home === undefined) {
    throw new FlinkError('DISTRIBUTION_NOT_FOUND', 'There is no Flink distribution: TSFLINK_HOME is not set', {
      hint: 'Set it to the directory of a distribution, or run `npm run build` in a checkout of tsflink.',
    });
  }
  const jars = ['flink', 'gateway', 'worker', 'runtime', 'connectors'].flatMap((part) =>
    jarsOf(join(home, 'lib', part)),
  );
  if (!existsSync(join(home, 'lib', 'gateway')) || jars.length === 0) {
    throw new FlinkError(
      'DISTRIBUTION_NOT_FOUND',
      `${given ? 'TSFLINK_HOME' : 'The distribution'} ${home} lacks lib/gateway`,
      {
        hint: 'Build it with `npm run build` in a checkout of tsflink.',
      },
    );
  }
  const options = ['jvm17.opts', 'gateway.opts'].map((file) => join(home, 'conf', file)).filter(existsSync);
  const flags = options.map((file) => `@${file}`);
  const archive = join(home, 'conf', 'gateway.jsa');
  // The JVM ignores one that another JDK has made, or with other jars.
  if (existsSync(archive)) flags.push(`-XX:SharedArchiveFile=${archive}`);
  return { home, classPath: jars.join(delimiter), options: flags };
}

function jarsOf(directory: string): string[] {
  if (!existsSync(directory)) return [];
  const jars = readdirSync(directory).filter((file) => file.endsWith('.jar'));
  return jars.sort().map((file) => join(directory, file));
}

/** The distribution that was built in the checkout which this package is part of. */
function workspaceHome(): string | undefined {
  for (let directory = ownDirectory(); ; directory = dirname(directory)) {
    const home = join(directory, 'jvm', 'dist', 'target', 'tsflink');
    if (existsSync(home)) return home;
    if (directory === dirname(directory)) return undefined;
  }
}

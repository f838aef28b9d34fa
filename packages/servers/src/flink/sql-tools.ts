import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { fetchArtifact } from '../artifacts/fetch.js';
import { distribution } from './distribution.js';

/** Where Flink's own SQL runs its jobs. */
export interface SqlTarget {
  /** The loopback port of a session cluster's REST interface. */
  readonly port: number;
  /** Receives Flink's configuration. */
  readonly directory: string;
  /** Has our planner in place of Flink's, as the distribution's `lib/planner` is meant to be used. */
  readonly withPlanner?: boolean;
}

// Jars of functions may bring the runtime along, whose classes the planner could not tell from its own.
const RUNTIME_FIRST = 'classloader.parent-first-patterns.additional: org.tsflink.;com.caoccao.javet.\n';

/** The arguments of `java` for one of the tools for SQL that come with Flink. */
export async function javaArguments(main: string, { port, directory, withPlanner }: SqlTarget): Promise<string[]> {
  const home = distribution();
  const jars = await fetchArtifact('sql-client');
  await mkdir(directory, { recursive: true });
  await writeFile(
    join(directory, 'config.yaml'),
    `rest.address: 127.0.0.1\nrest.port: ${port}\nexecution.target: remote\n${withPlanner ? RUNTIME_FIRST : ''}`,
  );
  const tools = (await readdir(jars)).filter((jar) => !withPlanner || !jar.startsWith('flink-table-planner-loader-'));
  const ours = withPlanner ? ['planner', 'runtime'] : [];
  return [
    `@${join(home, 'conf', 'jvm17.opts')}`,
    '-XX:+UseSerialGC',
    `-Duser.home=${directory}`,
    '-cp',
    [...['flink', ...ours].map((part) => join(home, 'lib', part, '*')), ...tools.map((jar) => join(jars, jar))].join(
      delimiter,
    ),
    main,
  ];
}

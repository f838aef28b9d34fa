import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fetchArtifact } from '../artifacts/fetch.js';
import { distribution } from './distribution.js';

/** Where Flink's own SQL runs its jobs. */
export interface SqlTarget {
  /** The loopback port of a session cluster's REST interface. */
  readonly port: number;
  /** Receives Flink's configuration. */
  readonly directory: string;
}

/** The arguments of `java` for one of the tools for SQL that come with Flink. */
export async function javaArguments(main: string, { port, directory }: SqlTarget): Promise<string[]> {
  const home = distribution();
  const jars = await fetchArtifact('sql-client');
  await mkdir(directory, { recursive: true });
  await writeFile(
    join(directory, 'config.yaml'),
    `rest.address: 127.0.0.1\nrest.port: ${port}\nexecution.target: remote\n`,
  );
  return [
    `@${join(home, 'conf', 'jvm17.opts')}`,
    '-XX:+UseSerialGC',
    `-Duser.home=${directory}`,
    '-cp',
    [join(home, 'lib', 'flink', '*'), join(jars, '*')].join(':'),
    main,
  ];
}

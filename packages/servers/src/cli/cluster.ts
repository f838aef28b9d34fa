// `npm run cluster -- start|stop|status`: a Flink session cluster that outlives the command.
import { parseArgs } from 'node:util';
import { ServerError } from '../errors/server-error.js';
import { clusterStatus, startCluster, stopCluster } from '../flink/local-cluster.js';

const USAGE = `npm run cluster -- start [--task-managers 2] [--slots 4] [--port N] [--with-runtime]
npm run cluster -- stop
npm run cluster -- status

A Flink session cluster on this machine: a JobManager and TaskManagers, each a process of its own.
--with-runtime  puts tsflink's runtime on their class path: advised when many jobs are run.`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'task-managers': { type: 'string', default: '2' },
      slots: { type: 'string', default: '4' },
      port: { type: 'string' },
      'with-runtime': { type: 'boolean', default: false },
    },
  });
  switch (positionals[0]) {
    case 'start':
      return console.log(
        await startCluster({
          taskManagers: Number(values['task-managers']),
          slots: Number(values.slots),
          withRuntime: values['with-runtime'],
          ...(values.port ? { port: Number(values.port) } : {}),
        }),
      );
    case 'stop':
      return console.log(await stopCluster());
    case 'status':
      return console.log(await clusterStatus());
    default:
      console.log(USAGE);
      process.exitCode = positionals.length === 0 ? 0 : 2;
  }
}

main().catch((error) => {
  console.error(error instanceof ServerError ? error.message : error);
  process.exit(1);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ServerProcess } from '@tsflink/servers';

/** The service that says the province of an address, as a process of its own. */
export interface RunningProvinceService {
  readonly process: ServerProcess;
  readonly url: string;
}

/**
 * Starts the service on a free port of loopback.
 *
 * @param latencyMs how long it takes for an answer
 *
 * @throws ServerError `SERVER_NOT_STARTED` with what it printed
 */
export async function startProvinceService(logs: string, latencyMs = 20): Promise<RunningProvinceService> {
  const logFile = join(logs, 'province-service.log');
  const process_ = ServerProcess.start({
    name: 'The province service',
    command: process.execPath,
    args: ['--import', 'tsx', fileURLToPath(new URL('../service/main.ts', import.meta.url)), `${latencyMs}`],
    logFile,
  });
  let url = '';
  await process_.ready(async () => {
    url = /^The province service is at (\S+)$/m.exec(readFileSync(logFile, 'utf8'))?.[1] ?? '';
    // Not an error of the user: `ready` asks again until its time is over.
    if (url === '') throw new RangeError('it does not listen');
  });
  return { process: process_, url };
}

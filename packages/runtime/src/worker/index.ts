// For servers of workers (packages/cli/src/worker).
import { fileURLToPath } from 'node:url';

export {
  type LeaseWorkerRequest,
  LeaseWorkerRequestSchema,
  type LeaseWorkerResponse,
  LeaseWorkerResponseSchema,
  WorkerServerService,
} from '../generated/tsflink/v1/worker_pb.js';
export { PROTOCOL_VERSION } from './protocol-version.js';

/** The script that `node` runs as a worker; made by the build of this package. */
export const workerScript = fileURLToPath(new URL('../../dist/bundle/tsflink-worker.cjs', import.meta.url));

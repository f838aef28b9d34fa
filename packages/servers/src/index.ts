export { fetchArtifact } from './artifacts/fetch.js';
export { ServerError, type ServerErrorCode } from './errors/server-error.js';
export { KafkaServer } from './kafka/kafka-server.js';
export { mariaDbInstallation } from './mariadb/installation.js';
export { MariaDbServer } from './mariadb/mariadb-server.js';
export type { ServerOptions } from './process/server-options.js';
export { createWorkDirectory, removeWorkDirectory } from './process/work-directory.js';

/** The version of worker.proto's meaning; both sides must have the same. Java's is `Worker.PROTOCOL_VERSION`. */
export const PROTOCOL_VERSION = 1;

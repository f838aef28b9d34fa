import { EnvironmentSettings } from 'tsflink';

/** The text of the option that says which cluster is meant. */
export const JOBMANAGER = '-m, --jobmanager <host:port>';

/** What it means, for help. */
export const JOBMANAGER_HELP =
  "where the cluster's REST API is; rest.address and rest.port of FLINK_PROPERTIES, else localhost:8081, by default";

/** The address that was given, or that of FLINK_PROPERTIES, or Flink's own default. */
export function jobmanagerAddress(given: string | undefined): string {
  if (given !== undefined) return given;
  const { 'rest.address': host = 'localhost', 'rest.port': port = '8081' } =
    EnvironmentSettings.inStreamingMode().getConfiguration();
  return `${host}:${port}`;
}

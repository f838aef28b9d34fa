import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    'bootstrap-servers': { type: 'string', default: process.env.CDN_BOOTSTRAP_SERVERS ?? '127.0.0.1:9092' },
    topic: { type: 'string', default: process.env.CDN_TOPIC ?? 'access_log' },
    'jdbc-url': { type: 'string', default: process.env.CDN_JDBC_URL ?? 'jdbc:mysql://127.0.0.1:3306/flink' },
    'jdbc-user': { type: 'string', default: process.env.CDN_JDBC_USER ?? 'flink' },
    'jdbc-table': { type: 'string', default: process.env.CDN_JDBC_TABLE ?? 'access_statistic' },
    'province-service': { type: 'string', default: process.env.CDN_PROVINCE_SERVICE ?? '' },
    parallelism: { type: 'string', default: '2' },
    target: { type: 'string', default: 'local' },
    'rest-address': { type: 'string', default: '127.0.0.1:8081' },
  },
});

const [restHost = '', restPort = ''] = values['rest-address'].split(':');

/** Where the job finds Kafka and the database: arguments, else environment variables, else the usual ports. */
export const settings = {
  bootstrapServers: values['bootstrap-servers'],
  topic: values.topic,
  jdbcUrl: values['jdbc-url'],
  jdbcUser: values['jdbc-user'],
  // Not as an argument: those are seen by everybody on the machine.
  jdbcPassword: process.env.CDN_JDBC_PASSWORD ?? '',
  jdbcTable: values['jdbc-table'],
  /** The address of a service that says the province of a client; without one, the job knows the provinces itself. */
  provinceService: values['province-service'],
};

/** Flink's configuration for the job. */
export const configuration: Record<string, string> = {
  'pipeline.name': 'cdn_access_statistic',
  'parallelism.default': values.parallelism,
  // After a failure the job goes on from the last checkpoint, and the sink writes what it holds at each one.
  'execution.checkpointing.interval': '10 s',
  'restart-strategy.type': 'fixed-delay',
  'restart-strategy.fixed-delay.attempts': '3',
  'restart-strategy.fixed-delay.delay': '5 s',
  // One update of a province per half second, not one per line: the database sees a few rows a second.
  'table.exec.mini-batch.enabled': 'true',
  'table.exec.mini-batch.allow-latency': '500 ms',
  'table.exec.mini-batch.size': '20000',
  // Of look-ups by HTTP: so many rows of each subtask are in flight at once.
  'table.exec.async-scalar.max-concurrent-operations': '500',
  ...(values.target === 'remote'
    ? { 'execution.target': 'remote', 'rest.address': restHost, 'rest.port': restPort }
    : {}),
};

// The same job as job.ts with tables that TypeScript knows: a wrong column or type is an error of the compiler.
import { DataTypes, defineTable, EnvironmentSettings, lit, TableEnvironment } from 'tsflink';
import { announce } from './announce.js';
import { ipToProvince } from './ip-to-province.js';
import { ipToProvinceAt } from './ip-to-province-by-http.js';
import { configuration, settings } from './settings.js';

const { BIGINT, DOUBLE, STRING } = DataTypes;

const accessLog = defineTable(
  'access_log',
  { uuid: STRING(), client_ip: STRING(), request_time: BIGINT(), response_size: BIGINT(), uri: STRING() },
  {
    with: {
      connector: 'kafka',
      topic: settings.topic,
      'properties.bootstrap.servers': settings.bootstrapServers,
      'scan.startup.mode': 'earliest-offset',
      format: 'csv',
      'csv.ignore-parse-errors': true,
    },
  },
);

const accessStatistic = defineTable(
  'access_statistic',
  { province: STRING().notNull(), access_count: BIGINT(), total_download: BIGINT(), download_speed: DOUBLE() },
  {
    primaryKey: ['province'],
    with: {
      connector: 'jdbc',
      driver: 'com.mysql.cj.jdbc.Driver',
      url: settings.jdbcUrl,
      'table-name': settings.jdbcTable,
      username: settings.jdbcUser,
      password: settings.jdbcPassword,
      'sink.buffer-flush.interval': '1s',
      'sink.buffer-flush.max-rows': 1000,
    },
  },
);

const provinceOf = settings.provinceService ? ipToProvinceAt(settings.provinceService) : ipToProvince;
const tEnv = TableEnvironment.create(
  EnvironmentSettings.newInstance().inStreamingMode().withConfiguration(configuration).build(),
);

const result = await tEnv
  .from(accessLog)
  // Lines with bad or missing fields arrive with NULLs: see job.ts.
  .where(($) =>
    $.uuid
      .isNotNull()
      .and($.client_ip.isNotNull())
      .and($.request_time.isNotNull())
      .and($.response_size.isNotNull())
      .and($.uri.isNotNull()),
  )
  .select('uuid', 'response_size', 'request_time', ($) => ({ province: provinceOf($.client_ip) }))
  .groupBy('province')
  .select('province', ($) => ({
    access_count: $.uuid.count(),
    total_download: $.response_size.sum(),
    download_speed: $.response_size.sum().times(lit(1.0, DOUBLE())).dividedBy($.request_time.sum()),
  }))
  .executeInsert(accessStatistic);

announce(result);
await result.await();

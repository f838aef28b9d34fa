// What a CDN delivers to each province, live: Kafka → TypeScript → MariaDB.
import { DataTypes, EnvironmentSettings, lit, TableEnvironment } from 'tsflink';
import { announce } from './announce.js';
import { ipToProvince } from './ip-to-province.js';
import { ipToProvinceAt } from './ip-to-province-by-http.js';
import { configuration, settings } from './settings.js';

const { DOUBLE } = DataTypes;

const provinceOf = settings.provinceService ? ipToProvinceAt(settings.provinceService) : ipToProvince;
const tEnv = TableEnvironment.create(
  EnvironmentSettings.newInstance().inStreamingMode().withConfiguration(configuration).build(),
);

await tEnv.executeSql(`
  CREATE TABLE access_log (
    uuid STRING,
    client_ip STRING,
    request_time BIGINT,
    response_size BIGINT,
    uri STRING
  ) WITH (
    'connector' = 'kafka',
    'topic' = '${settings.topic}',
    'properties.bootstrap.servers' = '${settings.bootstrapServers}',
    'scan.startup.mode' = 'earliest-offset',
    'format' = 'csv',
    'csv.ignore-parse-errors' = 'true'
  )`);

await tEnv.executeSql(`
  CREATE TABLE access_statistic (
    province STRING,
    access_count BIGINT,
    total_download BIGINT,
    download_speed DOUBLE,
    PRIMARY KEY (province) NOT ENFORCED
  ) WITH (
    'connector' = 'jdbc',
    'driver' = 'com.mysql.cj.jdbc.Driver',
    'url' = '${settings.jdbcUrl}',
    'table-name' = '${settings.jdbcTable}',
    'username' = '${settings.jdbcUser}',
    'password' = '${settings.jdbcPassword}',
    'sink.buffer-flush.interval' = '1s',
    'sink.buffer-flush.max-rows' = '1000'
  )`);

const result = await tEnv
  .from('access_log')
  // With ignore-parse-errors Flink drops lines with extra columns or broken quotes, but keeps those with bad or
  // missing fields, as NULLs. A request is only counted if all of it is there.
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
  .executeInsert('access_statistic');

announce(result);
await result.await();

import type { MariaDbServer } from '@tsflink/servers';
import type { Connection, RowDataPacket } from 'mysql2/promise';
import type { Statistic } from '../load/expected.js';

/** The statistics by province, in the order of their names. */
export type Statistics = ReadonlyMap<string, Statistic>;

/** The table that the job writes to. */
export class StatisticsTable {
  private constructor(
    private readonly connection: Connection,
    private readonly name: string,
  ) {}

  /** Makes the table anew, and keeps a connection to its database. */
  static async create(database: MariaDbServer, name = 'access_statistic'): Promise<StatisticsTable> {
    const connection = await database.connect();
    await connection.query(`DROP TABLE IF EXISTS ${name}`);
    await connection.query(`
      CREATE TABLE ${name} (
        province VARCHAR(64) PRIMARY KEY,
        access_count BIGINT NOT NULL,
        total_download BIGINT NOT NULL,
        download_speed DOUBLE NOT NULL
      )`);
    return new StatisticsTable(connection, name);
  }

  /** What is in the table at this moment. */
  async read(): Promise<Statistics> {
    // As a prepared statement, which transfers doubles bit by bit instead of as text.
    const [rows] = await this.connection.execute<RowDataPacket[]>({
      sql: `SELECT province, access_count, total_download, download_speed FROM ${this.name} ORDER BY province`,
      timeout: 10_000,
    });
    return new Map(
      rows.map((row) => [
        row.province,
        {
          accessCount: BigInt(row.access_count),
          totalDownload: BigInt(row.total_download),
          downloadSpeed: row.download_speed,
        },
      ]),
    );
  }

  /** Closes the connection. */
  close(): Promise<void> {
    return this.connection.end();
  }
}

/** The number of requests in all provinces. */
export function totalCount(statistics: Statistics): number {
  let total = 0n;
  for (const { accessCount } of statistics.values()) total += accessCount;
  return Number(total);
}

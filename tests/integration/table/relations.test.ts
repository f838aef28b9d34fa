import {
  $,
  CURRENT_ROW,
  range as columns,
  DataTypes,
  EnvironmentSettings,
  lag,
  lit,
  nullOf,
  Over,
  objectOf,
  row,
  rowInterval,
  Session,
  Slide,
  type Table,
  TableEnvironment,
  Tumble,
  UNBOUNDED_ROW,
  type Untyped,
  withAllColumns,
  withColumns,
  withoutColumns,
} from 'tsflink';
import { afterAll, describe, expect, it } from 'vitest';
import { range, top2, total } from '../functions/aggregates.js';
import { runningTotal } from '../functions/processes.js';
import { split } from '../functions/tables.js';
import { shout } from '../setup/functions.js';
import { clicks, finalRows, rates, removeFixtures, run, users } from './fixtures.js';
import { operations, operationsCalled } from './operations.js';

const { BIGINT, INT, STRING } = DataTypes;

type Mode = 'streaming' | 'batch';
/** An operation of the Table API, and the same thing said in SQL. */
interface Case {
  readonly table: (t: TableEnvironment) => Table<Untyped>;
  readonly sql: string;
  /** The modes in which Flink has it; both, if it is not said. */
  readonly only?: Mode;
}

const tumble = (size: number) => Tumble.over(lit(size).minutes()).on('ts').as('w');
const page = (t: TableEnvironment) => t.from(clicks).select('id', 'name', 'n');

const inTime = (t: TableEnvironment) => t.from(clicks).select('name', 'n', 'ts').partitionBy('name').orderBy('ts');
const RUNNING = `SELECT name, CAST(SUM(n) OVER (PARTITION BY name ORDER BY ts ROWS UNBOUNDED PRECEDING) AS BIGINT)
  FROM clicks`;
const few = (t: TableEnvironment) => t.fromValues({ k: INT().notNull() }, [{ k: 1 }, { k: 3 }, { k: 99 }]);
const FEW = '(VALUES (1), (3), (99)) AS few(k)';

const CASES: Readonly<Record<string, Case>> = {
  'select distinct': {
    table: (t) => t.from(clicks).select('name').distinct(),
    sql: 'SELECT DISTINCT name FROM clicks',
  },
  'group by an expression': {
    table: (t) =>
      t
        .from(clicks)
        .groupBy('name', ($) => ({ big: $.n.isGreater(3) }))
        .select('name', 'big', ($) => ({ c: $.id.count(), s: $.n.sum() })),
    sql: 'SELECT name, n > 3, COUNT(id), SUM(n) FROM clicks GROUP BY name, n > 3',
  },
  'inner join': {
    table: (t) =>
      t
        .from(clicks)
        .join(t.from(users), (c, u) => c.name.isEqual(u.uname))
        .select('id', 'country'),
    sql: 'SELECT id, country FROM clicks JOIN users ON name = uname',
  },
  'left outer join': {
    table: (t) =>
      t
        .from(clicks)
        .leftOuterJoin(t.from(users), (c, u) => c.name.isEqual(u.uname).and(u.uid.isGreater(1)))
        .select('id', 'uid'),
    sql: 'SELECT id, uid FROM clicks LEFT JOIN users ON name = uname AND uid > 1',
  },
  'right outer join': {
    table: (t) =>
      t
        .from(clicks)
        .rightOuterJoin(t.from(users), (c, u) => c.name.isEqual(u.uname))
        .select('id', 'uid'),
    sql: 'SELECT id, uid FROM clicks RIGHT JOIN users ON name = uname',
  },
  'full outer join': {
    table: (t) =>
      t
        .from(clicks)
        .fullOuterJoin(t.from(users), (c, u) => c.name.isEqual(u.uname))
        .select('id', 'uid'),
    sql: 'SELECT id, uid FROM clicks FULL JOIN users ON name = uname',
  },
  'left outer join of a column that is not null': {
    table: (t) =>
      t
        .from(clicks)
        .leftOuterJoin(few(t), (c, f) => c.id.isEqual(f.k))
        .select('id', 'k'),
    sql: `SELECT id, k FROM clicks LEFT JOIN ${FEW} ON id = k`,
  },
  'right outer join of a column that is not null': {
    table: (t) =>
      few(t)
        .rightOuterJoin(t.from(clicks), (f, c) => c.id.isEqual(f.k))
        .select('id', 'k'),
    sql: `SELECT id, k FROM ${FEW} RIGHT JOIN clicks ON id = k`,
  },
  'full outer join of a column that is not null': {
    table: (t) =>
      t
        .from(clicks)
        .fullOuterJoin(few(t), (c, f) => c.id.isEqual(f.k))
        .where(($) => $.k.isNull().or($.k.isGreater(1)))
        .select('id', 'k'),
    sql: `SELECT id, k FROM clicks FULL JOIN ${FEW} ON id = k WHERE k IS NULL OR k > 1`,
  },
  'left outer join of rows of a function that are not null': {
    table: (t) =>
      t
        .from(clicks)
        .leftOuterJoinLateral(() => split(nullOf(STRING()), lit('a')))
        .select('id', 'word', 'size'),
    sql: 'SELECT id, CAST(NULL AS STRING), CAST(NULL AS INT) FROM clicks',
  },
  'semi join': {
    table: (t) =>
      t
        .from(clicks)
        .where(($) =>
          $.name.in(
            t
              .from(users)
              .where((u) => u.uid.isGreater(1))
              .select('uname'),
          ),
        )
        .select('id'),
    sql: 'SELECT id FROM clicks WHERE name IN (SELECT uname FROM users WHERE uid > 1)',
  },
  'anti join': {
    table: (t) =>
      t
        .from(clicks)
        .where(($) =>
          $.name
            .in(
              t
                .from(users)
                .where((u) => u.uid.isGreater(1))
                .select('uname'),
            )
            .not(),
        )
        .select('id'),
    sql: 'SELECT id FROM clicks WHERE name NOT IN (SELECT uname FROM users WHERE uid > 1)',
  },
  'interval join': {
    table: (t) => {
      const other = t.from(clicks).select('id', 'name', 'ts').renameColumns({ id: 'id2', name: 'name2', ts: 'ts2' });
      return t
        .from(clicks)
        .join(other, (a, b) =>
          a.name.isEqual(b.name2).and(b.ts2.between(a.ts.minus(lit(10).minutes()), a.ts.plus(lit(1).minutes()))),
        )
        .select('id', 'id2');
    },
    sql: `SELECT a.id, b.id FROM clicks a JOIN clicks b ON a.name = b.name
      AND b.ts BETWEEN a.ts - INTERVAL '10' MINUTE AND a.ts + INTERVAL '1' MINUTE`,
  },
  'temporal table function': {
    table: (t) => {
      const rate = t.from(rates).createTemporalTableFunction('rts', 'rname');
      return t
        .from(clicks)
        .joinLateral(
          ($) => rate($.ts),
          (c, r) => c.name.isEqual(r.rname),
        )
        .select('id', 'rate');
    },
    sql: `WITH versions AS (SELECT rname, rate, rts FROM
        (SELECT *, ROW_NUMBER() OVER (PARTITION BY rname ORDER BY rts DESC) AS rn FROM rates) WHERE rn = 1)
      SELECT id, rate FROM clicks JOIN versions FOR SYSTEM_TIME AS OF clicks.ts ON name = rname`,
    only: 'streaming',
  },
  union: {
    table: (t) => page(t).union(page(t).where(($) => $.id.isGreater(2))),
    sql: 'SELECT id, name, n FROM clicks UNION SELECT id, name, n FROM clicks WHERE id > 2',
    only: 'batch',
  },
  'union all': {
    table: (t) => page(t).unionAll(page(t)),
    sql: 'SELECT id, name, n FROM clicks UNION ALL SELECT id, name, n FROM clicks',
  },
  intersect: {
    table: (t) => page(t).intersect(page(t).where(($) => $.id.isGreater(2))),
    sql: 'SELECT id, name, n FROM clicks INTERSECT SELECT id, name, n FROM clicks WHERE id > 2',
    only: 'batch',
  },
  'intersect all': {
    table: (t) => page(t).intersectAll(page(t).where(($) => $.id.isGreater(2))),
    sql: 'SELECT id, name, n FROM clicks INTERSECT ALL SELECT id, name, n FROM clicks WHERE id > 2',
    only: 'batch',
  },
  minus: {
    table: (t) => page(t).minus(page(t).where(($) => $.id.isLess(6))),
    sql: 'SELECT id, name, n FROM clicks EXCEPT SELECT id, name, n FROM clicks WHERE id < 6',
    only: 'batch',
  },
  'minus all': {
    table: (t) => page(t).minusAll(page(t).distinct()),
    sql: 'SELECT id, name, n FROM clicks EXCEPT ALL SELECT DISTINCT id, name, n FROM clicks',
    only: 'batch',
  },
  'order, offset and fetch': {
    table: (t) =>
      page(t)
        .orderBy(($) => $.n.desc(), 'id')
        .offset(1)
        .fetch(3),
    sql: 'SELECT id, name, n FROM clicks ORDER BY n DESC, id OFFSET 1 ROWS FETCH NEXT 3 ROWS ONLY',
  },
  'the first rows': {
    table: (t) => page(t).orderBy('id').limit(4).as('a', 'b', 'c'),
    sql: 'SELECT id, name, n FROM clicks ORDER BY id LIMIT 4',
  },
  'functions of rows': {
    table: (t) =>
      page(t)
        .filter(($) => $.id.isLess(4))
        .flatMap(($) => split($.name, lit('b')).as('part', 'size'))
        .map(($) => shout($.part)),
    sql: "SELECT UPPER(part) || '!' FROM clicks CROSS JOIN UNNEST(SPLIT(name, 'b')) AS u(part) WHERE id < 4",
  },
  'join with the rows of a function': {
    table: (t) =>
      page(t)
        .joinLateral(($) => split($.name, lit('d')).as('part', 'size'))
        .select('id', 'part', 'size'),
    sql: `SELECT id, part, CHAR_LENGTH(part) FROM clicks CROSS JOIN UNNEST(SPLIT(name, 'd')) AS u(part)`,
  },
  'column operations': {
    table: (t) =>
      page(t)
        .addColumns(($) => ({ twice: $.n.times(2) }))
        .addOrReplaceColumns(($) => ({ name: $.name.upperCase() }))
        .renameColumns({ n: 'm' })
        .dropColumns('id'),
    sql: 'SELECT UPPER(name), n, n * 2 FROM clicks',
  },
  'tumbling windows': {
    table: (t) =>
      t
        .from(clicks)
        .window(tumble(5))
        .groupBy('w', 'name')
        .select('name', ($) => ({ from: $.w.start(), to: $.w.end(), s: $.n.sum() })),
    sql: `SELECT name, window_start, window_end, SUM(n) FROM TUMBLE(TABLE clicks, DESCRIPTOR(ts), INTERVAL '5' MINUTES)
      GROUP BY name, window_start, window_end`,
  },
  'windows of windows': {
    table: (t) =>
      t
        .from(clicks)
        .window(tumble(5))
        .groupBy('w', 'name')
        .select('name', ($) => ({ at: $.w.rowtime(), s: $.n.sum() }))
        .window(Tumble.over(lit(10).minutes()).on('at').as('v'))
        .groupBy('v')
        .select(($) => ({ from: $.v.start(), s: $.s.sum(), rows: $.name.count() })),
    sql: `WITH five AS (
        SELECT name, window_time AS wt, SUM(n) AS s FROM TUMBLE(TABLE clicks, DESCRIPTOR(ts), INTERVAL '5' MINUTES)
        GROUP BY name, window_start, window_end, window_time)
      SELECT window_start, SUM(s), COUNT(name) FROM TUMBLE(TABLE five, DESCRIPTOR(wt), INTERVAL '10' MINUTES)
      GROUP BY window_start, window_end`,
  },
  'sliding windows': {
    table: (t) =>
      t
        .from(clicks)
        .window(Slide.over(lit(10).minutes()).every(lit(5).minutes()).on('ts').as('w'))
        .groupBy('w')
        .select(($) => ({ from: $.w.start(), c: $.id.count(), s: $.n.sum() })),
    sql: `SELECT window_start, COUNT(id), SUM(n)
      FROM HOP(TABLE clicks, DESCRIPTOR(ts), INTERVAL '5' MINUTES, INTERVAL '10' MINUTES) GROUP BY window_start, window_end`,
  },
  'session windows': {
    table: (t) =>
      t
        .from(clicks)
        .window(Session.withGap(lit(5).minutes()).on('ts').as('w'))
        .groupBy('w', 'name')
        .select('name', ($) => ({ from: $.w.start(), to: $.w.end(), s: $.n.sum() })),
    sql: `SELECT name, window_start, window_end, SUM(n)
      FROM SESSION(TABLE clicks PARTITION BY name, DESCRIPTOR(ts), INTERVAL '5' MINUTES)
      GROUP BY name, window_start, window_end`,
    only: 'streaming',
  },
  'an aggregate function of a window': {
    table: (t) =>
      t
        .from(clicks)
        .window(tumble(5))
        .groupBy('w', 'name')
        .aggregate(($) => $.n.sum().as('s'))
        .select('name', 's', ($) => ({ from: $.w.start() })),
    sql: `SELECT name, SUM(n), window_start FROM TUMBLE(TABLE clicks, DESCRIPTOR(ts), INTERVAL '5' MINUTES)
      GROUP BY name, window_start, window_end`,
  },
  'an aggregate function': {
    table: (t) =>
      t
        .from(clicks)
        .groupBy('name')
        .aggregate(($) => $.n.max().as('most'))
        .select('name', ($) => ({ next: $.most.plus(1) })),
    sql: 'SELECT name, MAX(n) + 1 FROM clicks GROUP BY name',
  },
  'an aggregate function of all rows': {
    table: (t) =>
      page(t)
        .aggregate(($) => total({ n: $.n.cast(BIGINT()) }))
        .select('f0'),
    sql: 'SELECT SUM(CAST(n AS BIGINT)) FROM clicks',
  },
  'a table aggregate function of all rows': {
    table: (t) =>
      page(t)
        .flatAggregate(($) => top2($.n.cast(BIGINT())).as('most', 'place'))
        .select('most'),
    sql: 'SELECT CAST(n AS BIGINT) FROM clicks ORDER BY n DESC LIMIT 2',
    only: 'streaming',
  },
  'a table aggregate function of groups': {
    table: (t) =>
      page(t)
        .groupBy('name')
        .flatAggregate(($) => top2($.n.cast(BIGINT())).as('most', 'place'))
        .select('name', 'most', 'place'),
    sql: `SELECT name, CAST(n AS BIGINT), CAST(place AS INT) FROM
        (SELECT name, n, ROW_NUMBER() OVER (PARTITION BY name ORDER BY n DESC) AS place FROM clicks) WHERE place < 3`,
    only: 'streaming',
  },
  'columns of an aggregate function that gives a ROW': {
    table: (t) =>
      t
        .from(clicks)
        .groupBy('name')
        .aggregate(($) => range($.n.cast(BIGINT())))
        .select('high', 'name', ($) => ({ width: $.high.minus($.low) })),
    sql: 'SELECT CAST(MAX(n) AS BIGINT), name, CAST(MAX(n) - MIN(n) AS BIGINT) FROM clicks GROUP BY name',
  },
  'columns of an aggregate function that are named, of a window': {
    table: (t) =>
      t
        .from(clicks)
        .window(tumble(5))
        .groupBy('w', 'name')
        .aggregate(($) => range($.n.cast(BIGINT())).as('least', 'most'))
        .select('name', 'most', 'least', ($) => ({ from: $.w.start() })),
    sql: `SELECT name, CAST(MAX(n) AS BIGINT), CAST(MIN(n) AS BIGINT), window_start
      FROM TUMBLE(TABLE clicks, DESCRIPTOR(ts), INTERVAL '5' MINUTES) GROUP BY name, window_start, window_end`,
  },
  'a column of an aggregate function that is not named, by an expression as key': {
    table: (t) =>
      t
        .from(clicks)
        .groupBy(($) => ({ big: $.n.isGreater(3) }))
        .aggregate(($) => total({ n: $.id.cast(BIGINT()) }))
        .select('f0', 'big'),
    sql: 'SELECT SUM(CAST(id AS BIGINT)), n > 3 FROM clicks GROUP BY n > 3',
  },
  'columns of a table aggregate function that are named, of a window': {
    table: (t) =>
      t
        .from(clicks)
        .window(tumble(5))
        .groupBy('w')
        .flatAggregate(($) => top2($.n.cast(BIGINT())).as('most', 'place'))
        .select('most', 'place', ($) => ({ from: $.w.start() }))
        .where(($) => $.place.cast(INT()).isEqual(1))
        .select('most', 'from'),
    sql: `SELECT CAST(MAX(n) AS BIGINT), window_start FROM TUMBLE(TABLE clicks, DESCRIPTOR(ts), INTERVAL '5' MINUTES)
      GROUP BY window_start, window_end`,
    only: 'streaming',
  },
  'over time': {
    table: (t) =>
      t
        .from(clicks)
        .window(Over.partitionBy('name').orderBy('ts').preceding(lit(10).minutes()).as('w'))
        .select('id', ($) => ({ s: $.n.sum().over($.w), c: $.id.count().over($.w) })),
    sql: `SELECT id, SUM(n) OVER w, COUNT(id) OVER w FROM clicks
      WINDOW w AS (PARTITION BY name ORDER BY ts RANGE BETWEEN INTERVAL '10' MINUTE PRECEDING AND CURRENT ROW)`,
    only: 'streaming',
  },
  'over rows': {
    table: (t) =>
      t
        .from(clicks)
        .window(Over.orderBy('ts').preceding(rowInterval(1)).following(CURRENT_ROW).as('w'))
        .select(($) => ({ s: $.n.sum().over($.w) })),
    sql: 'SELECT SUM(n) OVER (ORDER BY ts ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM clicks',
    only: 'streaming',
  },
  'over all rows before': {
    table: (t) =>
      t
        .from(clicks)
        .window(Over.partitionBy('name').orderBy('ts').preceding(UNBOUNDED_ROW).as('w'))
        .select('id', ($) => ({ s: $.n.min().over($.w) })),
    sql: 'SELECT id, MIN(n) OVER (PARTITION BY name ORDER BY ts ROWS UNBOUNDED PRECEDING) FROM clicks',
    only: 'streaming',
  },
  'the row before': {
    table: (t) =>
      t
        .from(clicks)
        .where(($) => $.id.isLess(7)) // of rows of one time, SQL sees the others
        .window(Over.partitionBy('name').orderBy('ts').as('w'))
        .select('id', ($) => ({ last: lag($.url).over($.w), other: lag($.url, 2, 'none').over($.w) })),
    sql: `SELECT id, LAG(url) OVER w, LAG(url, 2, 'none') OVER w FROM clicks WHERE id < 7 WINDOW w AS (PARTITION BY name ORDER BY ts)`,
    only: 'streaming',
  },
  'columns by name and by position': {
    table: (t) =>
      t
        .from(clicks)
        .dropColumns('ts', 'pt')
        .select(withColumns(columns('id', 'name')), withColumns(columns(3, 4))),
    sql: 'SELECT id, name, url, n FROM clicks',
  },
  'all columns, and all but some': {
    table: (t) =>
      t
        .from(users)
        .select(withAllColumns(), $('uid').times(2).as('twice'))
        .select(withoutColumns('uid', columns('country', 'country'))),
    sql: 'SELECT uname, uid * 2 FROM users',
  },
  'the fields of a row as columns': {
    table: (t) =>
      t
        .from(users)
        .select('uid', ($) => ({ r: row($.uname, $.country) }))
        .select($('uid'), $('r').flatten()),
    sql: 'SELECT uid, uname, country FROM users',
  },
  'objects of a class': {
    table: (t) =>
      t.from(users).select('uid', ($) => ({
        name: objectOf('org.example.User', 'name', $.uname, 'id', $.uid).get('name'),
        id: objectOf('org.example.User', 'id', $.uid, 'twice', 0).objectUpdate('twice', $.uid.times(2)).get('twice'),
      })),
    // (Flink 2.3 reads the first field after OBJECT_UPDATE: in SQL, too)
    sql: `SELECT uid, OBJECT_OF('org.example.User', 'name', uname, 'id', uid).name,
      OBJECT_UPDATE(OBJECT_OF('org.example.User', 'id', uid, 'twice', 0), 'twice', uid * 2).twice FROM users`,
  },
  'bounds and time of a window': {
    table: (t) =>
      t
        .from(clicks)
        .window(tumble(5))
        .groupBy('w')
        .select(($) => ({ s: $.w.start(), e: $.w.end(), at: $.w.rowtime() })),
    sql: `SELECT window_start, window_end, window_time FROM TUMBLE(TABLE clicks, DESCRIPTOR(ts), INTERVAL '5' MINUTES)
      GROUP BY window_start, window_end, window_time`,
  },
  'to a changelog': {
    table: (t) =>
      t
        .from(clicks)
        .groupBy('name')
        .select('name', ($) => ({ s: $.n.sum() }))
        .toChangelog()
        .fromChangelog(),
    sql: 'SELECT name, SUM(n) FROM clicks GROUP BY name',
    only: 'streaming',
  },
  'a process table function of partitions': {
    table: (t) => inTime(t).process(runningTotal).select('name', 'total'),
    sql: RUNNING,
    only: 'streaming',
  },
  'a call with partitions by name': {
    table: (t) => t.fromCall(runningTotal, inTime(t).asArgument('input')).select('name', 'total'),
    sql: RUNNING,
    only: 'streaming',
  },
  'a process table function by name': {
    table: (t) => page(t).process('TO_CHANGELOG'),
    sql: "SELECT 'INSERT', id, name, n FROM clicks",
    only: 'streaming',
  },
  'a call of a process table function by name': {
    table: (t) => t.fromCall('TO_CHANGELOG', page(t).asArgument('input')),
    sql: "SELECT 'INSERT', id, name, n FROM clicks",
    only: 'streaming',
  },
  'window functions of SQL': {
    table: (t) =>
      t.sqlQuery`SELECT window_start, SUM(n) AS s FROM
        CUMULATE(TABLE ${t.from(clicks)}, DESCRIPTOR(ts), INTERVAL '5' MINUTES, INTERVAL '10' MINUTES)
        GROUP BY window_start, window_end`,
    sql: `SELECT window_start, SUM(n) FROM
        CUMULATE(TABLE clicks, DESCRIPTOR(ts), INTERVAL '5' MINUTES, INTERVAL '10' MINUTES)
        GROUP BY window_start, window_end`,
  },
};

const environments = {
  streaming: TableEnvironment.create(EnvironmentSettings.inStreamingMode()),
  batch: TableEnvironment.create(EnvironmentSettings.inBatchMode()),
};
for (const t of Object.values(environments)) {
  t.from(clicks);
  t.from(users);
  t.from(rates);
}

afterAll(async () => {
  await Promise.all(Object.values(environments).map((t) => t.close()));
  removeFixtures();
});

/** The operations that Flink has in one mode. */
const BATCH_ONLY = ['Table.intersect', 'Table.intersectAll', 'Table.minus', 'Table.minusAll', 'Table.union'];
const STREAMING_ONLY = [
  'Table.asArgument',
  'Table.createTemporalTableFunction',
  'Table.flatAggregate',
  'Table.fromChangelog',
  'Table.partitionBy',
  'Table.process',
  'Table.toChangelog',
  'GroupedTable.flatAggregate',
  'WindowGroupedTable.flatAggregate',
  'FlatAggregateTable.select',
  'OverWindowedTable.select',
  'PartitionedTable.asArgument',
  'PartitionedTable.orderBy',
  'PartitionedTable.process',
];

describe.each(['streaming', 'batch'] as const)('in %s mode, as SQL says it:', (mode) => {
  const cases = Object.entries(CASES).filter(([, { only }]) => only === undefined || only === mode);
  const t = environments[mode];

  it("each operation of Flink's tables is among the cases", () => {
    const called = operationsCalled(() => {
      for (const [, { table }] of cases) table(t);
    });
    const elsewhere = mode === 'batch' ? STREAMING_ONLY : BATCH_ONLY;
    expect(operations().filter((operation) => !called.has(operation))).toEqual(elsewhere);
  });

  it.each(cases)('%s', async (_, { table, sql }) => {
    const [mine, theirs] = await Promise.all([run(table(t)), finalRows(t.executeSql(sql))]);
    expect(theirs.length).toBeGreaterThan(0);
    expect(mine).toEqual(theirs);
  });
});

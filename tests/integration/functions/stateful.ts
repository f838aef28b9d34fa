import { DataTypes, listView, mapView, ptf, tableArg, udaf, udtaf, value } from 'tsflink';

const { BIGINT, INT, ROW, STRING } = DataTypes;

const GIVEN = ROW({ rows: INT().notNull(), listed: INT().notNull(), mapped: INT().notNull() });
const VIEWS = { list: listView(BIGINT().notNull()), map: mapView(BIGINT(), INT().notNull()) };

/** A row, a list of all ids, a map of their remainders; the timer that tells of the end is registered once, at first. */
export const keeping = ptf(
  {
    name: 'keeping',
    args: { input: tableArg({ semantics: 'set' }) },
    state: { seen: { count: INT() }, ...VIEWS },
    returns: { what: STRING().notNull(), rows: INT().notNull(), listed: INT().notNull(), mapped: INT().notNull() },
  },
  {
    *eval(ctx, { input }, { seen, list, map }) {
      if (seen.count === null) ctx.timeContext('epochMillis').registerOnTime('end', 10 ** 12);
      seen.count = (seen.count ?? 0) + 1;
      list.add(input.id);
      map.put(input.id % 100n, seen.count);
      yield { what: 'row', rows: seen.count, listed: 0, mapped: 0 };
    },
    *onTimer(ctx, { seen, list, map }) {
      const listed = new Set(list.get()).size;
      yield { what: `${ctx.currentTimer()}`, rows: seen.count ?? 0, listed, mapped: [...map.keys()].length };
    },
  },
);

const options = { args: [BIGINT()], onNull: 'skip', returns: GIVEN } as const;

/** The same as accumulator. */
export const gathering = udaf(
  { ...options, name: 'gathering', accumulator: { rows: INT().notNull(), ...VIEWS } },
  {
    createAccumulator: () => ({ rows: 0 }),
    accumulate(accumulator, id) {
      accumulator.rows++;
      accumulator.list.add(id);
      accumulator.map.put(id % 100n, accumulator.rows);
    },
    getValue: ({ rows, list, map }) => ({
      rows,
      listed: new Set(list.get()).size,
      mapped: [...map.keys()].length,
    }),
  },
);

/** The same as a row of its own. */
export const emitting = udtaf(
  { ...options, name: 'emitting', accumulator: { rows: INT().notNull(), ...VIEWS } },
  {
    createAccumulator: () => ({ rows: 0 }),
    accumulate(accumulator, id) {
      accumulator.rows++;
      accumulator.list.add(id);
      accumulator.map.put(id % 100n, accumulator.rows);
    },
    *emitValue({ rows, list, map }) {
      yield { rows, listed: new Set(list.get()).size, mapped: [...map.keys()].length };
    },
  },
);

/** Takes longer than the shortest time to live. */
function dawdle(): void {
  for (const end = Date.now() + 5; Date.now() < end; );
}

/** What is left of what was written at the row before, for each time to live. */
export const forgetting = ptf(
  {
    name: 'forgetting',
    args: { input: tableArg({ semantics: 'set' }) },
    state: {
      brief: value({ n: INT() }, { ttl: 1 }),
      long: value({ n: INT() }, { ttl: 3_600_000 }),
      always: value({ n: INT() }, { ttl: 0 }),
      ofJob: { n: INT() },
      briefList: listView(INT(), { ttl: 1 }),
      longList: listView(INT(), { ttl: 3_600_000 }),
      briefMap: mapView(INT(), INT(), { ttl: 1 }),
      longMap: mapView(INT(), INT(), { ttl: 3_600_000 }),
    },
    returns: { left: STRING().notNull() },
  },
  function* (_, _input, state) {
    const values = ['brief', 'long', 'always', 'ofJob'] as const;
    const lists = ['briefList', 'longList'] as const;
    const maps = ['briefMap', 'longMap'] as const;
    const left: string[] = [
      ...values.filter((name) => state[name].n !== null),
      ...lists.filter((name) => state[name].get().length > 0),
      ...maps.filter((name) => state[name].contains(1)),
    ];
    for (const name of values) state[name].n = 1;
    for (const name of lists) state[name].add(1);
    for (const name of maps) state[name].put(1, 1);
    dawdle();
    yield { left: left.join(' ') };
  },
);

/** The same of an accumulator and its views: how many rows it knows of, and whether 0 is one of them. */
export const forgettingAggregate = udaf(
  {
    name: 'forgetting_aggregate',
    args: [BIGINT()],
    onNull: 'skip',
    accumulator: { rows: INT().notNull(), ...VIEWS },
    returns: STRING(),
  },
  {
    createAccumulator: () => ({ rows: 0 }),
    accumulate(accumulator, id) {
      dawdle();
      accumulator.rows++;
      accumulator.list.add(id);
      accumulator.map.put(id, 1);
    },
    getValue: ({ rows, list, map }) => `${rows} ${list.get().includes(0n)} ${map.contains(0n)}`,
  },
);

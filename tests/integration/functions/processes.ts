import { DataTypes, listView, mapView, optional, ptf, tableArg, value } from 'tsflink';

const { ARRAY, BIGINT, INT, ROW, STRING, TIMESTAMP, TIMESTAMP_LTZ } = DataTypes;

/** Row semantics: as many rows as it likes of each row, which may have any columns. */
export const fields = ptf(
  { name: 'fields', args: { input: tableArg({ semantics: 'row' }), prefix: STRING() }, returns: { field: STRING() } },
  function* (_, { input, prefix }) {
    for (const [name, field] of Object.entries(input)) yield { field: `${prefix}${name}=${field}` };
  },
);

/** Scalars that a call may leave out. */
export const marked = ptf(
  {
    name: 'marked',
    args: { input: tableArg({ semantics: 'row' }), times: optional(INT()), mark: optional(STRING()) },
    returns: { text: STRING() },
  },
  (_, { input, times, mark }) => [{ text: `${input.amount}${(mark ?? '?').repeat(times ?? 1)}` }],
);

const EVENT = { user: STRING(), amount: BIGINT(), ts: TIMESTAMP_LTZ(3).bridgedTo('epochMillis') };

/** The columns of the table are passed through. */
export const doubled = ptf(
  {
    name: 'doubled',
    args: { input: tableArg({ semantics: 'row', columns: EVENT, passColumnsThrough: true }) },
    returns: BIGINT(),
  },
  (_, { input }) => [(input.amount ?? 0n) * 2n],
);

/** A value of every kind in the state, and views. */
export const history = ptf(
  {
    name: 'history',
    args: { events: tableArg({ semantics: 'set', columns: EVENT }) },
    state: {
      sums: value({ count: INT(), total: BIGINT(), last: ROW({ amount: BIGINT(), tags: ARRAY(STRING()) }) }),
      amounts: listView(BIGINT().notNull()),
      times: mapView(BIGINT(), INT()),
    },
    returns: { count: INT(), total: BIGINT(), last: BIGINT(), amounts: ARRAY(BIGINT()), keys: ARRAY(BIGINT()) },
  },
  class History {
    *eval(
      ctx: { clearState(name: string): void },
      { events: { amount } }: { events: { amount: bigint | null } },
      // biome-ignore lint/suspicious/noExplicitAny: the type is that of the option `state`
      { sums, amounts, times }: any,
    ) {
      if (amount === null) {
        ctx.clearState('sums');
        amounts.clear();
        times.clear();
        return;
      }
      const { last } = sums;
      sums.count = (sums.count ?? 0) + 1;
      sums.total = (sums.total ?? 0n) + amount;
      sums.last = { amount, tags: ['é', null, String(amount)] };
      amounts.add(amount);
      times.put(amount, (times.get(amount) ?? 0) + 1);
      yield {
        count: sums.count,
        total: sums.total,
        last: last?.amount ?? null,
        amounts: amounts.get(),
        keys: times.keys().sort(),
      };
    }
  },
);

const TIMED = { user: STRING(), amount: BIGINT(), ts: TIMESTAMP(3) };

/** Timers: what came in ten seconds, told of when they are over; and by name, the latest. */
export const sessions = ptf(
  {
    name: 'sessions',
    args: { events: tableArg({ semantics: 'set', columns: TIMED, requireOnTime: true }), gap: BIGINT() },
    state: { open: { amount: BIGINT() } },
    returns: { what: STRING(), amount: BIGINT() },
  },
  {
    eval(ctx, { events, gap }, { open }) {
      open.amount = (open.amount ?? 0n) + (events.amount ?? 0n);
      const time = ctx.timeContext('epochMillis');
      const now = time.time() ?? 0;
      time.registerOnTime('end', now + Number(gap));
      time.registerOnTime(now + 1000);
      time.registerOnTime('never', now + 1);
      time.clearTimer('never');
      time.registerOnTime(now + 2000);
      time.clearTimer(now + 2000);
    },
    *onTimer(ctx, { open }) {
      const timer = ctx.currentTimer();
      yield { what: `${timer} at ${ctx.timeContext().time()}`, amount: timer === null ? null : open.amount };
      if (timer === 'end') ctx.clearAll();
    },
  },
);

/** A timer that registers the one before the next, of a partition whose timers were cleared before. */
export const ticking = ptf(
  {
    name: 'ticking',
    args: { events: tableArg({ semantics: 'set', columns: TIMED, requireOnTime: true }) },
    state: { seen: { ticks: INT() } },
    returns: { tick: INT(), millis: INT() },
  },
  {
    eval(ctx) {
      const time = ctx.timeContext('epochMillis');
      const now = time.time() ?? 0;
      time.clearAllTimers();
      time.registerOnTime(now + 1000);
      time.registerOnTime(now + 2500);
    },
    *onTimer(ctx, { seen }) {
      const time = ctx.timeContext('epochMillis');
      const now = time.time() ?? 0;
      seen.ticks = (seen.ticks ?? 0) + 1;
      if (seen.ticks === 1) time.registerOnTime(now + 1000);
      yield { tick: seen.ticks, millis: now % 60_000 };
    },
  },
);

/** Updates in, and updates out. */
export const latest = ptf(
  {
    name: 'latest',
    args: { input: tableArg({ semantics: 'set', supportUpdates: true, requireUpdateBefore: true }) },
    state: { seen: { kinds: STRING() } },
    returns: { kinds: STRING() },
    changelog: 'retract',
  },
  function* (ctx, { input }, { seen }) {
    if (seen.kinds !== null) yield ctx.ofKind('-U', { kinds: seen.kinds });
    const first = seen.kinds === null;
    seen.kinds = `${seen.kinds ?? ''}${ctx.getRowKind(input)}`;
    yield ctx.ofKind(first ? '+I' : '+U', { kinds: seen.kinds });
  },
);

/** Two tables, co-partitioned. */
export const greet = ptf(
  {
    name: 'greet',
    args: {
      visits: tableArg({ semantics: 'set', columns: { user: STRING(), n: INT() } }),
      purchases: tableArg({ semantics: 'set', columns: { user: STRING(), item: STRING() } }),
    },
    state: { seen: { visits: INT(), purchases: INT() } },
    returns: { greeting: STRING() },
  },
  function* (ctx, { visits, purchases }, { seen }) {
    if (visits) seen.visits = (seen.visits ?? 0) + 1;
    if (purchases) seen.purchases = (seen.purchases ?? 0) + 1;
    const { partitionByColumns } = ctx.tableSemanticsFor('visits');
    yield { greeting: `${seen.visits ?? 0}/${seen.purchases ?? 0} by ${partitionByColumns}` };
  },
);

/** Rows until the third, which it cannot take. */
export const breaking = ptf(
  { name: 'breaking', args: { input: tableArg({ semantics: 'row', columns: EVENT }) }, returns: BIGINT() },
  (_, { input }) => {
    if (input.amount === 30n) throw new RangeError('thirty'); // here: throw
    return [input.amount];
  },
);

/** As many rows as it is told, in one call. */
export const flood = ptf(
  { name: 'flood', args: { input: tableArg({ semantics: 'row' }), n: INT().notNull() }, returns: { text: STRING() } },
  function* (_, { n }) {
    for (let i = 0; i < n; i++) yield { text: 'x'.repeat(i % 1000) };
  },
);

/** A class with a method as field. */
export const negated = ptf(
  {
    args: { input: tableArg({ semantics: 'row', columns: { id: BIGINT().notNull(), name: STRING().notNull() } }) },
    returns: { negative: BIGINT() },
  },
  class Negated {
    eval = (_: unknown, { input }: { input: { id: bigint } }) => [{ negative: -input.id }];
  },
);

/** The sum of what a key had until each row. */
export const runningTotal = ptf(
  {
    name: 'running_total',
    args: { input: tableArg({ semantics: 'set', columns: { name: STRING(), n: INT(), ts: TIMESTAMP(3) } }) },
    state: { sum: value({ total: BIGINT() }) },
    returns: { total: BIGINT() },
  },
  (_, { input }, { sum }) => {
    sum.total = (sum.total ?? 0n) + BigInt(input.n ?? 0);
    return [{ total: sum.total }];
  },
);

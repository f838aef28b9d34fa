// An artifact as the bundler makes it: every export carries the function and what is known of it.
const udf = (fn) => Object.assign(() => {}, { udf: { kind: 'scalar', fn } });

exports.plusOne = udf((a) => (a === null ? null : a + 1n));
exports.add = udf((a, b) => (a === null || b === null ? null : a + b));
exports.upper = udf((s) => (s === null ? null : s.toUpperCase()));
exports.identity = udf((value) => value);

// For guards: must not see 0.
exports.positive = udf((a) => {
  if (a === 0n) {
    throw new Error('positive(0) was called');
  }
  return a === null ? null : a > 0n;
});

// Not to be called with null.
exports.lengthOf = udf((s) => s.length);

let calls = 0n;
exports.countCalls = udf(() => ++calls);
exports.countCallsWith = udf((_a) => ++calls);

exports.isNull = udf((value) => value === null);
exports.makeRow = udf((a, s) => ({ x: a, y: s }));

// Forms of functions: what they add is told when they are opened.
exports.stepObject = udf({
  open() {
    this.step = 1n;
  },
  eval(a) {
    return a === null ? null : a + this.step;
  },
});
exports.StepClass = udf(
  class {
    #step = 0n;
    open() {
      this.#step = 1n;
    }
    eval(a) {
      return a === null ? null : a + this.#step;
    }
    close() {
      this.#step = undefined;
    }
  },
);
exports.named = udf(({ a, step }) => a + (step ?? 1n));
exports.optional = udf((a, step) => a + (step ?? 1n));
exports.total = udf((...all) => all.reduce((sum, n) => sum + n, 0n));
exports.sizeOf = udf((first, ...more) => (more.length > 0 ? 'x'.repeat(1 + more.length) : BigInt(first.length)));

exports.split = udf(function* (text, separator) {
  if (text !== null) for (const word of text.split(separator ?? ' ')) yield { word, size: word.length };
});
exports.upTo = udf((n) => Array.from({ length: Number(n ?? 0n) }, (_, i) => BigInt(i)));
exports.boxed = udf((value) => [{ v: value }]);
exports.endless = udf(function* (n) {
  for (let i = n; ; i++) yield i;
});
exports.failing = udf(function* (n) {
  yield n;
  throw new RangeError('no more than one');
});

// What SUM does.
exports.sum = udf({
  createAccumulator: () => ({ sum: 0n, n: 0n }),
  accumulate(accumulator, a) {
    if (a === null) return;
    accumulator.sum += a;
    accumulator.n += 1n;
  },
  retract(accumulator, a) {
    if (a === null) return;
    accumulator.sum -= a;
    accumulator.n -= 1n;
  },
  merge(accumulator, others) {
    for (const { sum, n } of others) {
      accumulator.sum += sum;
      accumulator.n += n;
    }
  },
  getValue: ({ sum, n }) => (n === 0n ? null : sum),
});

// Takes some milliseconds for each row.
exports.slowSum = udf({
  createAccumulator: () => 0n,
  accumulate(sum, a) {
    for (const end = Date.now() + 5; Date.now() < end; );
    return sum + a;
  },
  getValue: (sum) => sum,
});

const insert = (values, a) => {
  values.push(a);
  values.sort((x, y) => Number(y - x));
};
const largest = (values, a) => {
  insert(values, a);
  values.splice(2);
};

// The two largest values, each with its rank.
exports.top2 = udf({
  createAccumulator: () => [],
  accumulate: largest,
  merge(values, others) {
    for (const other of others) for (const a of other) largest(values, a);
  },
  *emitValue(values) {
    for (let i = 0; i < values.length; i++) yield { value: values[i], rank: i + 1 };
  },
});

// The same, emitting only what has changed.
exports.updatingTop2 = udf(
  class {
    createAccumulator() {
      return { now: [], emitted: [] };
    }
    accumulate({ now }, a) {
      insert(now, a);
    }
    retract({ now }, a) {
      now.splice(now.indexOf(a), 1);
    }
    emitUpdateWithRetract(accumulator, out) {
      const { now, emitted } = accumulator;
      for (let i = 0; i < 2; i++) {
        if (now[i] === emitted[i]) continue;
        if (emitted[i] !== undefined) out.retract({ value: emitted[i], rank: i + 1 });
        if (now[i] !== undefined) out.collect({ value: now[i], rank: i + 1 });
      }
      accumulator.emitted = now.slice(0, 2);
    }
  },
);

// The same, emitting all again, of rows that may be taken back.
exports.retractingTop2 = udf({
  createAccumulator: () => [],
  accumulate: insert,
  retract(values, a) {
    const at = values.indexOf(a);
    if (at >= 0) values.splice(at, 1);
  },
  *emitValue(values) {
    for (let i = 0; i < Math.min(values.length, 2); i++) yield { value: values[i], rank: i + 1 };
  },
});

// The value that came last.
exports.last = udf({ createAccumulator: () => null, accumulate: (_, value) => value, getValue: (value) => value });

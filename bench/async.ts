// npm run bench:async [-- --rows 20000 --rounds 3 --engine process]: look-ups by HTTP, many at once against one by one.
import { parseArgs } from 'node:util';
import { EnvironmentSettings, TableEnvironment } from 'tsflink';
import { startProvinceService } from '../examples/cdn/demo/province-service-process.js';
import { ipToProvinceAt } from '../examples/cdn/src/ip-to-province-by-http.js';

const LATENCY_MS = 20;
const WARM_UP = 2_000;
const MODES = { 'one by one': 1, 'many at once': 1_000 } as const;

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '20000' },
    rounds: { type: 'string', default: '3' },
    engine: { type: 'string', default: 'embedded' },
  },
});
const rows = Number(values.rows);
const engine = values.engine === 'process' ? 'process' : 'embedded';
const service = await startProvinceService('.cache/logs/bench', LATENCY_MS);
const settings = EnvironmentSettings.newInstance().inStreamingMode();
const tEnv = TableEnvironment.create(
  settings.withConfiguration({ 'parallelism.default': '1', 'tsflink.function.engine': engine }).build(),
);
tEnv.createTemporarySystemFunction('ip_to_province', ipToProvinceAt(service.url));

/** Rows a second, from the first result to the last; the results are compared with what they are to be. */
async function rate(mode: keyof typeof MODES, count: number): Promise<number> {
  tEnv.getConfig().set('table.exec.async-scalar.max-concurrent-operations', `${MODES[mode]}`);
  await tEnv.executeSql(`CREATE TEMPORARY TABLE numbers (n INT NOT NULL) WITH ('connector' = 'datagen',
    'rows-per-second' = '1000000', 'fields.n.kind' = 'sequence', 'fields.n.start' = '1', 'fields.n.end' = '${count}')`);
  const result = await tEnv.executeSql(
    `SELECT n, ip_to_province('10.8.' || CAST(n / 256 AS STRING) || '.' || CAST(MOD(n, 256) AS STRING)) AS p FROM numbers`,
  );
  let first = 0;
  let seen = 0;
  for await (const { n, p } of result.collect() as AsyncIterable<{ n: number; p: string }>) {
    if (seen++ === 0) first = performance.now();
    if (n !== seen || p !== '北京') throw new RangeError(`Row ${seen} is ${n}, ${p}`);
  }
  const seconds = (performance.now() - first) / 1000;
  await tEnv.executeSql('DROP TEMPORARY TABLE numbers');
  if (seen !== count) throw new RangeError(`${seen} rows instead of ${count}`);
  return (count - 1) / seconds;
}

const rates: Record<keyof typeof MODES, number[]> = { 'one by one': [], 'many at once': [] };
try {
  await rate('many at once', WARM_UP);
  for (let round = 1; round <= Number(values.rounds); round++) {
    // One by one takes as long for a hundredth of the rows.
    const oneByOne = await rate('one by one', rows / 100);
    const many = await rate('many at once', rows);
    rates['one by one'].push(oneByOne);
    rates['many at once'].push(many);
    console.log(
      `round ${round}  one by one ${oneByOne.toFixed(1)} rows/s  many at once ${many.toFixed(0)} rows/s  ratio ${(many / oneByOne).toFixed(1)}`,
    );
  }
} finally {
  await tEnv.close();
  await service.process.stop();
}
const median = (of: number[]) => of.toSorted((a, b) => a - b)[of.length >> 1] ?? 0;
const [one, many] = [median(rates['one by one']), median(rates['many at once'])];
console.log(
  `\nip_to_province by HTTP at ${LATENCY_MS} ms, engine ${engine}, medians: ${one.toFixed(1)} rows/s one by one, ${many.toFixed(0)} rows/s with up to 1,000 at once: ${(many / one).toFixed(1)} times.`,
);

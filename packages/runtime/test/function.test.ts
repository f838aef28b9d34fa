import { describe, expect, it } from 'vitest';
import { Artifacts } from '../src/function/artifacts.js';
import { FunctionError } from '../src/function/function-error.js';
import { FunctionInstance } from '../src/function/function-instance.js';
import type { FunctionSpec } from '../src/function/function-spec.js';
import { limitLog } from '../src/function/log/limit-log.js';
import type { LogLevel } from '../src/function/log/log.js';
import { SourcePositions } from '../src/function/source-positions.js';
import { TaskFunctions } from '../src/function/task-functions.js';

const CODE = `
  const udf = (fn) => ({ udf: { fn } });
  exports.plain = udf(({ a, ['__proto__']: b }) => [a, b]);
  class Counting {
    #n = 0;
    open(ctx) { this.ctx = ctx; console.assert(true); }
    eval(n) { return n + ++this.#n; }
    close() { this.closed = true; }
  }
  exports.counting = udf(Counting);
  exports.instance = udf(new Counting());
  exports.broken = udf(class { constructor() { throw new RangeError('not today'); } });
  exports.opening = udf({ open() { throw new RangeError('no file'); }, eval() {} });
  exports.async = udf({ async open() {}, eval() {} });
  exports.empty = udf({});
`;

const artifacts = new Artifacts(new SourcePositions());
artifacts.load('a', 'functions', CODE, '');

function instance(exportName: string, more: Partial<FunctionSpec> = {}) {
  const INT = { root: 'INTEGER', nullable: true } as const;
  const spec = { name: `my_${exportName}`, artifact: 'a', exportName, parameters: [], returns: INT, onNull: 'call' };
  return new FunctionInstance({ ...spec, ...more } as FunctionSpec, artifacts);
}

/** The answers of a task, and what its functions wrote to the log. */
function task(answers: Record<string, string> = {}) {
  const memories = new Map<string, Float64Array>();
  const lines: [LogLevel, string, string][] = [];
  const ask = (...request: string[]) => {
    if (request[0] !== 'metric') return answers[request.join(' ')] ?? null;
    const buffer = new ArrayBuffer(request[3] === 'distribution' ? 8 * 4 : 8);
    memories.set(request.slice(1).join(' '), new Float64Array(buffer));
    return buffer;
  };
  const functions = new TaskFunctions({ ask }, (...line) => lines.push(line));
  return { functions, memories, lines, context: functions.contextOf(instance('plain').spec) };
}

describe('a function of a program', () => {
  it('is an instance of its own: of a class, and of an object with private state', () => {
    for (const name of ['counting', 'instance']) {
      const [one, two] = [instance(name), instance(name)];
      expect([one.main('eval')(10), one.main('eval')(10), two.main('eval')(10)]).toEqual([11, 12, 11]);
    }
  });

  it('gets its arguments by name where it wants them so', () => {
    const parameters = ['a', '__proto__'].map((name) => ({ name, type: { root: 'INTEGER', nullable: true } as const }));
    expect(instance('plain', { namedArguments: true, parameters }).main('eval')(1, 2)).toEqual([1, 2]);
  });

  it.each([
    ['broken', 'its constructor failed: RangeError: not today'],
    ['opening', 'open() failed: RangeError: no file'],
    ['async', 'open() failed: TypeError: it must not be async: nobody waits for it'],
  ])('says that it failed before the first row: %s', (name, message) => {
    const open = () => instance(name).open(task().context);
    expect(open).toThrow(FunctionError);
    expect(open).toThrow(expect.objectContaining({ code: 'FUNCTION_FAILED', functionName: `my_${name}`, message }));
  });

  it('says which method it lacks', () => {
    expect(() => instance('empty').main('eval')).toThrow('function my_empty has no method eval()');
  });
});

describe('the context of a function', () => {
  it('tells of the task, the parameters of the job and its files', () => {
    const { context } = task({
      taskInfo: '{"taskName":"Calc","indexOfThisSubtask":1}',
      'jobParameter region': 'eu',
      'cachedFile geo.db': '/tmp/geo.db',
    });
    expect(context.functionName).toBe('my_plain');
    expect(context.taskInfo).toMatchObject({ taskName: 'Calc', indexOfThisSubtask: 1 });
    expect(context.getJobParameter('region', 'us')).toBe('eu');
    expect(context.getJobParameter('other', 'us')).toBe('us');
    expect(context.getJobParameter('other')).toBeUndefined();
    expect(context.getCachedFile('geo.db')).toBe('/tmp/geo.db');
    expect(() => context.getCachedFile('none')).toThrow("the job has no file 'none'");
  });

  it('writes metrics to memory that the task reads', () => {
    const { context, memories, functions, lines } = task();
    const { metrics } = context;
    const counter = metrics.counter('hits');
    counter.inc();
    counter.inc(4);
    counter.dec(2);
    expect(memories.get('my_plain [] counter hits')).toEqual(new Float64Array([3]));
    // another function of this name, or the same that asks again
    const again = functions.contextOf(instance('counting', { name: 'my_plain' }).spec).metrics.counter('hits');
    again.inc(2);
    expect([again.getCount(), counter.getCount()]).toEqual([5, 5]);
    counter.dec(2);
    metrics.addGroup('cache').addGroup('region', 'eu').meter('misses', 30).markEvent(7);
    expect(memories.get('my_plain [["cache"],["region","eu"]] meter misses 30')?.[0]).toBe(7);
    let size = 5n;
    metrics.gauge('size', () => size);
    expect(memories.get('my_plain [] gauge size')?.[0]).toBe(5);
    size = 6n;
    functions.refresh();
    expect(memories.get('my_plain [] gauge size')?.[0]).toBe(6);
    const distribution = metrics.distribution('lengths');
    for (const n of [1, 2, 3, 4]) distribution.update(n);
    expect(memories.get('my_plain [] distribution lengths')).toEqual(new Float64Array([4, 4, 2, 3]));
    metrics.gauge('bad', () => {
      throw new RangeError('nothing to see');
    });
    functions.refresh();
    expect(lines).toEqual([['WARN', 'my_plain', expect.stringContaining('the gauge bad failed: RangeError: nothing')]]);
    functions.close();
    counter.inc();
    expect(counter.getCount()).toBe(4);
    expect(memories.get('my_plain [] counter hits')?.[0]).toBe(3);
  });

  it('logs what the level lets through', () => {
    const { context, lines } = task({ 'logLevel my_plain': 'INFO' });
    context.logger.debug('not %s', 'seen');
    context.logger.info('%s is %d', 'one', 1, { two: 2 });
    context.logger.error(new Error('oh'));
    expect(lines[0]).toEqual(['INFO', 'my_plain', 'one is 1 { two: 2 }']);
    expect(lines[1]?.[2]).toMatch(/^Error: oh\n/);
    expect(lines).toHaveLength(2);
    expect(context.logger.isEnabled('debug')).toBe(false);
    expect(context.logger.isEnabled('warn')).toBe(true);
  });

  it('does not let a loop flood the log', () => {
    let now = 1_000_000;
    const lines: string[] = [];
    const log = limitLog(
      (level, _, text) => lines.push(`${level} ${text}`),
      () => now,
    );
    for (let i = 0; i < 700; i++) log('INFO', 'f', `line ${i}`);
    expect(lines).toHaveLength(500);
    now += 1000;
    log('INFO', 'f', 'x'.repeat(30_000));
    expect(lines[500]).toBe('WARN 200 lines were dropped: more than 500 a second');
    expect(lines[501]?.length).toBeLessThan(20_100);
  });
});

import type { FunctionServices } from '../function-services.js';
import type { Log } from '../log/log.js';
import type { Counter, Distribution, Meter, MetricGroup } from './metric-group.js';
import { MetricMemory } from './metric-memory.js';

type Groups = readonly (readonly string[])[];

/** The metrics that the functions of one program made. */
export class Metrics {
  readonly #services: FunctionServices;
  readonly #log: Log;
  /** By what was asked for: functions of one name share their metrics. */
  readonly #memories = new Map<string, MetricMemory>();
  readonly #gauges = new Set<() => void>();

  constructor(services: FunctionServices, log: Log) {
    this.#services = services;
    this.#log = log;
  }

  /** The group of a function. */
  groupOf(functionName: string): MetricGroup {
    return this.#group(functionName, []);
  }

  /** Reads the gauges. */
  refresh(): void {
    for (const gauge of this.#gauges) gauge();
  }

  /** Lets go of the memory. */
  close(): void {
    for (const memory of this.#memories.values()) memory.detach();
    this.#gauges.clear();
  }

  #group(functionName: string, groups: Groups): MetricGroup {
    const memory = (kind: string, name: string, ...options: string[]) =>
      this.#memory(['metric', functionName, JSON.stringify(groups), kind, name, ...options]);
    const ask = (what: string, ...more: string[]) =>
      JSON.parse(this.#services.ask(what, functionName, JSON.stringify(groups), ...more) as string);
    return {
      counter: (name) => counter(memory('counter', name)),
      gauge: (name, value) => this.#gauge(functionName, name, memory('gauge', name), value),
      meter: (name, timeSpanInSeconds = 60) => meter(memory('meter', name, String(timeSpanInSeconds))),
      distribution: (name) => distribution(memory('distribution', name)),
      addGroup: (name, value) => this.#group(functionName, [...groups, value === undefined ? [name] : [name, value]]),
      getScopeComponents: () => ask('metricScope') as string[],
      getAllVariables: () => new Map(Object.entries(ask('metricVariables') as Record<string, string>)),
      getMetricIdentifier: (name) => ask('metricIdentifier', name) as string,
    };
  }

  // A gauge that fails must not fail the job: it is heard of once, and asked no more.
  #gauge(functionName: string, name: string, memory: MetricMemory, value: () => number | bigint): void {
    const read = () => {
      try {
        memory.values[0] = Number(value());
      } catch (error) {
        memory.values[0] = Number.NaN;
        this.#gauges.delete(read);
        this.#log('WARN', functionName, `the gauge ${name} failed: ${error instanceof Error ? error.stack : error}`);
      }
    };
    this.#gauges.add(read);
    read();
  }

  #memory(request: string[]): MetricMemory {
    const key = JSON.stringify(request);
    const known = this.#memories.get(key);
    if (known !== undefined) return known;
    const memory = new MetricMemory(this.#services.ask(...request) as ArrayBuffer);
    this.#memories.set(key, memory);
    return memory;
  }
}

function counter(memory: MetricMemory): Counter {
  const add = (n: number) => {
    memory.values[0] = (memory.values[0] as number) + n;
  };
  return { inc: (n = 1) => add(n), dec: (n = 1) => add(-n), getCount: () => memory.values[0] as number };
}

function meter(memory: MetricMemory): Meter {
  const { inc, getCount } = counter(memory);
  return { markEvent: inc, getCount };
}

/** How many were given, and then the last of them, as a ring. */
function distribution(memory: MetricMemory): Distribution {
  return {
    update: (value) => {
      const { values } = memory;
      const count = values[0] as number;
      values[1 + (count % (values.length - 1))] = value;
      values[0] = count + 1;
    },
  };
}

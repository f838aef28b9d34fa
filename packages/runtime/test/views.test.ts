import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HostRequest, ProgramHost } from '../src/program/program.js';
import { HostExchange, Operation } from '../src/state/host-exchange.js';
import type { ViewSpec } from '../src/state/view-spec.js';
import { compileView, type ListView, type MapView } from '../src/state/views.js';
import { LocalViews } from '../src/testing/local-views.js';

const TEXT = { root: 'VARCHAR', length: 2_147_483_647, nullable: false } as const;
const NUMBER = { root: 'INTEGER', nullable: true } as const;
const LIST: ViewSpec = { name: 'list', value: NUMBER };
const MAP: ViewSpec = { name: 'map', key: TEXT, value: NUMBER };

/** A view on a state in memory, and how often its operator was waited for. */
function viewOf<V>(spec: ViewSpec, all: number) {
  const state = new LocalViews([spec]);
  let waited = 0;
  const host: ProgramHost = {
    call: () => 0,
    ask: () => undefined,
    exchange(request: HostRequest) {
      if (request.awaits !== 'nothing') waited++;
      return state.answer(request);
    },
  };
  const view = compileView(spec)(0, new HostExchange(host)) as V;
  const sendAhead = () => {
    const { bytes } = state.answer({ operation: all, number: 0, awaits: 'bytes' });
    host.prefetched = new Map([[0, bytes as Uint8Array]]);
  };
  return { view, host, sendAhead, waited: () => waited };
}

type Step<V> = (view: V) => unknown;

const value = fc.option(fc.integer({ min: 0, max: 5 }));
const key = fc.constantFrom('', 'a', 'b', 'longer than eight bytes', 'ü');
const entries = fc.array(fc.tuple(key, value), { maxLength: 3 });

const listStep: fc.Arbitrary<Step<ListView<number | null>>> = fc.oneof(
  value.map((v) => (list: ListView<number | null>) => list.add(v)),
  fc.array(value).map((all) => (list: ListView<number | null>) => list.addAll(all)),
  fc.array(value).map((all) => (list: ListView<number | null>) => list.set(all)),
  fc.constant((list: ListView<number | null>) => list.get()),
  fc.constant((list: ListView<number | null>) => list.clear()),
);
const removal = value.map((v) => (list: ListView<number | null>) => list.remove(v));
const emptiness = fc.constant((map: MapView<string, number | null>) => map.isEmpty());
const mapStep: fc.Arbitrary<Step<MapView<string, number | null>>> = fc.oneof(
  fc.tuple(key, value).map(
    ([k, v]) =>
      (map: MapView<string, number | null>) =>
        map.put(k, v),
  ),
  entries.map((all) => (map: MapView<string, number | null>) => map.putAll(all)),
  key.map((k) => (map: MapView<string, number | null>) => map.remove(k)),
  key.map((k) => (map: MapView<string, number | null>) => [map.get(k), map.contains(k)]),
  fc.constant((map: MapView<string, number | null>) => [map.entries().sort(), map.keys().sort()]),
  fc.constant((map: MapView<string, number | null>) => map.values().sort()),
  fc.constant((map: MapView<string, number | null>) => map.clear()),
);

describe('a view that is sent ahead of runs', () => {
  it.each([
    ['list', LIST, Operation.LIST_GET, fc.array(fc.array(listStep))],
    ['map', MAP, Operation.MAP_ENTRIES, fc.array(fc.array(mapStep))],
  ] as const)('gives what the state has, and waits for nobody: %s', (_, spec, all, runs) => {
    fc.assert(
      fc.property(runs as fc.Arbitrary<Step<unknown>[][]>, (steps) => {
        const ahead = viewOf(spec, all);
        const asked = viewOf(spec, all);
        for (const run of steps) {
          ahead.sendAhead();
          for (const step of run) expect(step(ahead.view)).toEqual(step(asked.view));
        }
        expect(ahead.waited()).toBe(0);
      }),
    );
  });

  it.each([
    ['which element is removed, and what is left', LIST, Operation.LIST_GET, fc.oneof(listStep, removal)],
    ['whether a map is empty', MAP, Operation.MAP_ENTRIES, fc.oneof(mapStep, emptiness)],
  ] as const)('asks the state %s', (_, spec, all, step) => {
    fc.assert(
      fc.property(fc.array(step as fc.Arbitrary<Step<unknown>>), (steps) => {
        const ahead = viewOf(spec, all);
        const asked = viewOf(spec, all);
        ahead.sendAhead();
        for (const step of steps) expect(step(ahead.view)).toEqual(step(asked.view));
      }),
    );
  });

  it('is asked for where a run came without it', () => {
    const { view, host, sendAhead, waited } = viewOf<MapView<string, number | null>>(MAP, Operation.MAP_ENTRIES);
    view.put('a', 1);
    sendAhead();
    expect([view.get('a'), waited()]).toEqual([1, 0]);
    host.prefetched = new Map();
    expect([view.get('a'), waited()]).toEqual([1, 1]);
  });
});

import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { originalPositionFor, TraceMap } from '@jridgewell/trace-mapping';
import type { InspectorClient } from './inspector-client.js';

const SAMPLING_MICROS = 500;

interface CallFrame {
  readonly functionName: string;
  readonly scriptId: string;
  url: string;
  lineNumber: number;
  columnNumber: number;
}

/** What a `.cpuprofile` file holds. */
export interface CpuProfile {
  readonly nodes: readonly { readonly id: number; readonly callFrame: CallFrame; readonly hitCount?: number }[];
}

interface ParsedScript {
  readonly scriptId: string;
  readonly sourceMapURL?: string;
}

/** Profiles a process for a while; the frames of functions name their own sources. */
export async function profileCpu(inspector: InspectorClient, seconds: number): Promise<CpuProfile> {
  const maps = await sourceMaps(inspector);
  await inspector.send('Profiler.enable');
  await inspector.send('Profiler.setSamplingInterval', { interval: SAMPLING_MICROS });
  await inspector.send('Profiler.start');
  await delay(seconds * 1000);
  const { profile } = await inspector.send<{ profile: CpuProfile }>('Profiler.stop');
  for (const { callFrame } of profile.nodes) {
    const map = maps.get(callFrame.scriptId);
    if (map) locate(callFrame, map);
  }
  return profile;
}

/** The source maps of the scripts that have one in themselves, as bundles of functions have. */
async function sourceMaps(inspector: InspectorClient): Promise<ReadonlyMap<string, TraceMap>> {
  const maps = new Map<string, TraceMap>();
  inspector.on<ParsedScript>('Debugger.scriptParsed', ({ scriptId, sourceMapURL = '' }) => {
    const [, json] = /^data:application\/json;(?:charset=[^;]*;)?base64,(.*)$/s.exec(sourceMapURL) ?? [];
    if (json !== undefined) maps.set(scriptId, new TraceMap(Buffer.from(json, 'base64').toString('utf8')));
  });
  await inspector.send('Debugger.enable');
  await inspector.send('Debugger.disable');
  return maps;
}

/** Gives a frame the place in the source that it comes from. */
function locate(frame: CallFrame, map: TraceMap): void {
  const original = originalPositionFor(map, { line: frame.lineNumber + 1, column: frame.columnNumber });
  if (original.source === null) return;
  frame.url = original.source.startsWith('file:') ? fileURLToPath(original.source) : original.source;
  frame.lineNumber = original.line - 1;
  frame.columnNumber = original.column;
}

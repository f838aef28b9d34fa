import remapping, { type EncodedSourceMap } from '@jridgewell/remapping';
import type { Bundle } from 'magic-string';
import type { Scripts } from '../script/script.js';
import type { SourceMap } from '../script/source-map.js';
import { scriptSource } from './emitter.js';

/** The source map of an emitted module, through those of the scripts, to the files that people wrote. */
export function composeSourceMap(module: Bundle, scripts: Scripts): SourceMap {
  const emitted = module.generateMap({ hires: 'boundary', includeContent: false, file: '' });
  const scriptOf = (source: string | null) =>
    source?.startsWith(scriptSource('')) ? scripts.get(source.slice(scriptSource('').length)) : undefined;
  const composed = remapping(emitted.toString(), (source) => (scriptOf(source)?.sourceMap as EncodedSourceMap) ?? null);
  const { sources, names, mappings } = composed as EncodedSourceMap;
  return {
    version: 3,
    sources: sources.map((source) => scriptOf(source)?.file ?? source),
    names: [...names],
    mappings,
  };
}

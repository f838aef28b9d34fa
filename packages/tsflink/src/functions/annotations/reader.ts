import { DataTypes } from '../../types/data-types.js';
import type { SourceTypes } from './read-types.js';

type Reader = (name: string | undefined, code: unknown) => SourceTypes;

let reader: Reader | undefined;

/** Says how types are read. Only jobs say it: functions, which run elsewhere, do not bring it along. */
export function readTypesBy(given: Reader): void {
  reader = given;
}

/** The types of a function in its source; none inside Flink, where nobody calls it by them. */
export function typesInSource(name: string | undefined, code: unknown): SourceTypes {
  return reader?.(name, code) ?? { name: name ?? 'function', args: [], parameterNames: [], returns: DataTypes.NULL() };
}

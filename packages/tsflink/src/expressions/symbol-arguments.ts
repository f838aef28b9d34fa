import { DataType } from '../types/data-type.js';

type Families = readonly (string | undefined)[];

/** The enumerations of the arguments that are symbols; undefined for those that are values. */
const FAMILIES: Readonly<Record<string, Families | ((args: readonly unknown[]) => Families)>> = {
  extract: ['TimeIntervalUnit'],
  floor: ['TimeIntervalUnit'],
  ceil: ['TimeIntervalUnit'],
  timestampDiff: ['TimePointUnit'],
  isJson: ['JsonType'],
  jsonExists: [undefined, 'JsonExistsOnError'],
  jsonValue: ({ length }) =>
    length > 3 ? [undefined, undefined, 'JsonValueOnEmptyOrError', undefined, 'JsonValueOnEmptyOrError'] : [],
  jsonQuery: (args) => [
    ...(args[1] instanceof DataType ? [undefined, undefined] : [undefined]),
    'JsonQueryWrapper',
    'JsonQueryOnEmptyOrError',
    'JsonQueryOnEmptyOrError',
  ],
  jsonObject: ['JsonOnNull'],
  jsonObjectAgg: ['JsonOnNull'],
  jsonArray: ['JsonOnNull'],
  jsonArrayAgg: ['JsonOnNull'],
};

/** The names of the enumerations that the arguments of a method or function belong to. */
export function symbolsOf(name: string, args: readonly unknown[]): Families {
  const families = Object.hasOwn(FAMILIES, name) ? FAMILIES[name] : undefined;
  return typeof families === 'function' ? families(args) : (families ?? []);
}

import {
  asyncUdf,
  asyncUdtf,
  type DataType,
  DataTypes,
  listView,
  mapView,
  ptf,
  tableArg,
  type Untyped,
  udaf,
  udf,
  udtaf,
  udtf,
  value,
} from 'tsflink';
import { FORMS, NAMES } from '../../values/types.js';

const { INT, ROW, STRING } = DataTypes;
type Row = Record<string, unknown>;

/** Something for each type. */
const forEach = <T>(make: (name: string, type: DataType) => T): Record<string, T> =>
  Object.fromEntries(NAMES.map((name) => [name, make(name, FORMS[name] as DataType)]));
const rowOf = (get: (name: string) => unknown, names = NAMES): Untyped =>
  Object.fromEntries(names.map((name) => [name, get(name) ?? null]));
const same = (given: unknown): Untyped => given;

/** What they are given, one function for each type. */
export const ROW_WISE = forEach<Untyped>((name, type) =>
  udf({ name: `${name}_row`, args: [type], returns: type }, same),
);
export const COLUMN_WISE = forEach<Untyped>((name, type) =>
  udf({ name: `${name}_column`, args: [type], returns: type, vectorised: true }, same),
);

/** All in one ROW, later. */
export const later: Untyped = asyncUdf(
  { name: 'later', args: FORMS, returns: ROW(FORMS) },
  async (row: Row): Promise<Untyped> => row,
);

/** All as columns, twice, later. */
export const laterTwice: Untyped = asyncUdtf(
  { name: 'laterTwice', args: FORMS, returns: FORMS },
  async (row: Row): Promise<Untyped> => [row, row],
);

/** All as columns, twice. */
export const twice: Untyped = udtf({ name: 'twice', args: FORMS, returns: FORMS }, (row: Row): Untyped => [row, row]);

/** What is not null of a group, as accumulator that is replaced; one function for each type. */
export const REPLACING = forEach<Untyped>((name, type) =>
  udaf(
    { name: `replace_${name}`, args: [type], accumulator: type, returns: type },
    {
      createAccumulator: (): Untyped => null,
      accumulate: (kept: Untyped, given: Untyped) => kept ?? given,
      merge: (kept: Untyped, others: Untyped) => others.reduce((a: unknown, b: unknown) => a ?? b, kept),
      getValue: same,
    },
  ),
);

/** The same of all columns, in an accumulator with a field of each type. */
const keeping = {
  createAccumulator: () => rowOf(() => null),
  accumulate(kept: Untyped, row: Untyped) {
    for (const name in row) kept[name] ??= row[name];
  },
  merge(kept: Untyped, others: Untyped) {
    for (const other of others) this.accumulate(kept, other);
  },
};
export const kept: Untyped = udaf(
  { name: 'kept', args: FORMS, accumulator: FORMS, returns: ROW(FORMS) },
  { ...keeping, getValue: same },
);
export const emitted: Untyped = udtaf(
  { name: 'emitted', args: FORMS, accumulator: FORMS, returns: ROW(FORMS) },
  { ...keeping, emitValue: (accumulator: Untyped): Untyped => [accumulator, accumulator] },
);

/** A list and a map of each type. */
const views = (types: Record<string, DataType>) =>
  Object.fromEntries(
    Object.entries(types).flatMap(([name, type]): [string, Untyped][] => [
      [`list_${name}`, listView(type)],
      [`map_${name}`, mapView(STRING(), type)],
    ]),
  );
const remember = (kept: Untyped, row: Untyped, names: string[]) => {
  for (const name of names) {
    if (row[name] !== null) kept[`list_${name}`].add(row[name]);
    if (row[name] !== null || !kept[`map_${name}`].contains('x')) kept[`map_${name}`].put('x', row[name]);
  }
};
const recalled = (kept: Untyped, names: string[]): Untyped => ({
  listed: rowOf((name) => kept[`list_${name}`].get().at(-1), names),
  mapped: rowOf((name) => kept[`map_${name}`].get('x'), names),
});

/** The same in views. */
export const viewed: Untyped = udaf(
  {
    name: 'viewed',
    args: FORMS,
    accumulator: views(FORMS),
    returns: ROW({ listed: ROW(FORMS), mapped: ROW(FORMS) }),
  },
  {
    createAccumulator: (): Untyped => ({}),
    accumulate: (kept: Untyped, row: Untyped) => remember(kept, row, NAMES),
    getValue: (kept: Untyped) => recalled(kept, NAMES),
  },
);

/** The same of the columns of a group. */
export const ofColumns: Untyped = udaf(
  { name: 'of_columns', args: FORMS, returns: ROW(FORMS), vectorised: true },
  (columns: Untyped) =>
    rowOf((name) => {
      const column = columns[name];
      if (Array.isArray(column)) return column.find((given) => given !== null);
      const first = column.nulls.indexOf(0);
      return first < 0 ? null : column.values[first];
    }),
);

const KEYED = { k: INT().notNull(), ...FORMS };

/** Each row of a table. */
export const passed = ptf(
  { name: 'passed', args: { input: tableArg({ semantics: 'row', columns: KEYED }) }, returns: KEYED },
  (_, { input }: Untyped): Untyped => [input],
);

/** Its scalar arguments, one of each type, for each row of a table. */
export const scalars: Untyped = ptf(
  {
    name: 'scalars',
    args: { input: tableArg({ semantics: 'row', columns: { k: INT().notNull() } }), ...FORMS } as Untyped,
    returns: FORMS,
  },
  (_: unknown, { input, ...given }: Untyped): Untyped => [given],
);

const hasVariant = (type: object) => JSON.stringify(type).includes('"VARIANT"');
/** The types that state may have: all that Flink can compare. */
export const STATE_NAMES = NAMES.filter((name) => !hasVariant(FORMS[name] as DataType));
const STATE = Object.fromEntries(STATE_NAMES.map((name) => [name, FORMS[name] as DataType]));

/** What is not null of the rows before, of the same partition: in a value, in lists, and in maps. */
export const remembered = ptf(
  {
    name: 'remembered',
    args: { input: tableArg({ semantics: 'set', columns: KEYED }) },
    state: { row: value(STATE), ...views(STATE) },
    returns: { valued: ROW(STATE), listed: ROW(STATE), mapped: ROW(STATE) },
  },
  function* (_: unknown, { input }: Untyped, { row, ...kept }: Untyped): Untyped {
    for (const name of STATE_NAMES) row[name] ??= input[name];
    remember(kept, input, STATE_NAMES);
    yield { valued: { ...row }, ...recalled(kept, STATE_NAMES) };
  },
);

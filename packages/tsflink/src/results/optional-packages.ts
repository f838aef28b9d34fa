import { FlinkError } from '../errors/flink-error.js';
import type { CallSite } from '../source/call-site.js';

// biome-ignore lint/suspicious/noTsIgnore: no error where the package is installed
/** @ts-ignore the package apache-arrow, where it is installed */
export type ArrowModule = typeof import('apache-arrow');
// biome-ignore lint/suspicious/noTsIgnore: no error where the package is installed
/** @ts-ignore the package may not be there: the type is any then */
type PolarsModule = typeof import('nodejs-polars').default;
// biome-ignore lint/suspicious/noTsIgnore: no error where the package is installed
/** @ts-ignore a table of the package apache-arrow, where it is installed */
export type ArrowTable = import('apache-arrow').Table;
// biome-ignore lint/suspicious/noTsIgnore: no error where the package is installed
/** @ts-ignore the types of Arrow of a table's columns, where the package is installed */
export type ArrowColumns<A> = A extends import('apache-arrow').Table<infer M> ? M : never;
// biome-ignore lint/suspicious/noTsIgnore: no error where the package is installed
/** @ts-ignore a data frame of the package nodejs-polars, where it is installed */
export type DataFrame = import('nodejs-polars').DataFrame;

/** The package apache-arrow. Throws PACKAGE_MISSING. */
export function loadArrow(method: string, site: CallSite): Promise<ArrowModule> {
  return load(() => import('apache-arrow'), 'apache-arrow', method, site);
}

/** The package nodejs-polars. Throws PACKAGE_MISSING. */
export async function loadPolars(method: string, site: CallSite): Promise<PolarsModule> {
  return (await load(() => import('nodejs-polars'), 'nodejs-polars', method, site)).default;
}

async function load<M>(work: () => Promise<M>, name: string, method: string, callSite: CallSite): Promise<M> {
  try {
    return await work();
  } catch (cause) {
    throw new FlinkError('PACKAGE_MISSING', `${method} needs the package ${name}, which cannot be loaded`, {
      hint: `Install it: npm install ${name}`,
      callSite,
      cause,
    });
  }
}

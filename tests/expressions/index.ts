import { aggregate, bitmapAggregate, distinctAggregate } from './aggregate.js';
import { bitmap } from './bitmap.js';
import { collection } from './collection.js';
import { conditional } from './conditional.js';
import { encoding } from './encoding.js';
import { jsonFunctions as json } from './json.js';
import { numeric } from './numeric.js';
import { string } from './string.js';
import { temporal } from './temporal.js';

/** The expressions of a row, by family. */
export const FAMILIES = { bitmap, collection, conditional, encoding, json, numeric, string, temporal };
/** The aggregates, by family. */
export const AGGREGATES = { aggregate, distinctAggregate, bitmapAggregate };

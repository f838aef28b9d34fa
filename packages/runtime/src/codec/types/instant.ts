import { Temporal } from 'temporal-polyfill';
import type { TypeCodec } from '../type-codec.js';
import type { TypeNode } from '../type-node.js';
import { attempt, type Form, isTemporal } from './form.js';
import { type Moment, momentCodec } from './moment.js';
import { dateForm, epochMicrosForm, epochMillisForm, fromNanoseconds } from './timestamp.js';

/** TIMESTAMP_LTZ as Temporal.Instant, or bridged to string, Date, epochMillis (number) or epochMicros (bigint). */
export function instantCodec(node: TypeNode): TypeCodec {
  return momentCodec(node, form(node));
}

function form(node: TypeNode): Form<Moment> {
  switch (node.bridgedTo) {
    case 'string':
      return {
        decode: (moment) => toInstant(moment).toString(),
        encode: (value) =>
          typeof value === 'string'
            ? attempt(() => fromNanoseconds(Temporal.Instant.from(value).epochNanoseconds))
            : undefined,
      };
    case 'epochMillis':
      return epochMillisForm;
    case 'epochMicros':
      return epochMicrosForm;
    case 'Date':
      return dateForm;
    default:
      return {
        decode: toInstant,
        encode: (value) =>
          isTemporal(value, 'Instant') ? fromNanoseconds((value as Temporal.Instant).epochNanoseconds) : undefined,
      };
  }
}

function toInstant({ millis, nanos }: Moment): Temporal.Instant {
  return new Temporal.Instant(BigInt(millis) * 1_000_000n + BigInt(nanos));
}

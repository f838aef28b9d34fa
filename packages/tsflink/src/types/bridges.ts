import type { KindOf } from './values.js';

/** The JavaScript values of the forms that `bridgedTo` names. */
export interface Bridges {
  number: number;
  string: string;
  bigint: bigint;
  Date: Date;
  epochMillis: number;
  epochMicros: bigint;
  object: Record<string, unknown>;
  Buffer: Buffer;
}

/** The forms that values of a column type can take, other than the default one. */
export type BridgesOf<C> =
  KindOf<C> extends 'BIGINT'
    ? 'number' | 'string'
    : KindOf<C> extends 'DECIMAL'
      ? 'number' | 'string' | 'bigint'
      : KindOf<C> extends 'TIMESTAMP_LTZ' | 'TIMESTAMP'
        ? 'Date' | 'epochMillis' | 'epochMicros' | 'string'
        : KindOf<C> extends 'DATE' | 'TIME'
          ? 'string' | 'epochMillis' | 'Date'
          : KindOf<C> extends 'MAP'
            ? 'object'
            : KindOf<C> extends 'BYTES'
              ? 'Buffer'
              : KindOf<C> extends 'INTERVAL'
                ? 'number' | 'string'
                : never;

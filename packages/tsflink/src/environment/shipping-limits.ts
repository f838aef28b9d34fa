import type { CaptureLimits } from '@tsflink/closure';

const UNITS: Readonly<Record<string, number>> = { b: 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, t: 2 ** 40 };

/** The options that limit what functions take along. */
const LIMITS: Readonly<Record<string, keyof CaptureLimits>> = {
  'tsflink.shipping.max-captured-size': 'capturedBytes',
  'tsflink.shipping.max-script-size': 'scriptBytes',
  'tsflink.shipping.max-files-size': 'filesBytes',
};

/** What functions of an environment may take along, by its options. */
export class ShippingLimits {
  private readonly values: { -readonly [K in keyof CaptureLimits]: number } = {};

  /** @param opened the options with which the environment was made: an option that is set back has its value of these */
  constructor(private readonly opened: Readonly<Record<string, string>>) {
    for (const key of Object.keys(opened)) this.set(key, undefined);
  }

  get limits(): CaptureLimits {
    return this.values;
  }

  /** Takes note of an option that is set, or set back. */
  set(key: string, value: string | undefined): void {
    const limit = LIMITS[key];
    if (limit === undefined) return;
    const size = value ?? this.opened[key];
    if (size === undefined) delete this.values[limit];
    else this.values[limit] = bytesOf(size);
  }
}

/** A size of memory as Flink writes it: `64 mb`. */
function bytesOf(size: string): number {
  const [, count, unit = 'b'] = /^(\d+)\s*([a-z])?/i.exec(size.trim()) ?? [];
  return Number(count) * (UNITS[unit.toLowerCase()] ?? 1);
}

import { inspect } from 'node:util';
import { cut } from './cut.js';
import { jsForm, sqlType } from './sql-type.js';
import type { TypeNode } from './type-node.js';

const MAX_SHOWN = 120;

/** A value for messages, on one line and cut to a sane length. */
export function show(value: unknown): string {
  let text: string;
  try {
    text = inspect(value, { depth: 2, maxArrayLength: 8, maxStringLength: MAX_SHOWN, breakLength: Infinity });
  } catch {
    // A user's getter or inspect method threw.
    text = Object.prototype.toString.call(value);
  }
  return cut(text.replace(/\s*\n\s*/g, ' '), MAX_SHOWN);
}

/** A value that its SQL type cannot hold, or that the JavaScript form asked for cannot. */
export class ValueError extends TypeError {
  /** Stable, for programs. */
  readonly code = 'VALUE_TYPE';
  /** Where in the value: `address.lines[2]`; empty for the value itself. */
  readonly path: string;
  readonly type: TypeNode;
  readonly value: unknown;
  readonly reason: string;

  constructor(type: TypeNode, value: unknown, reason = '', path = '') {
    const at = path === '' ? '' : `at ${path}: `;
    const why = reason === '' ? '' : `: ${reason}`;
    super(`${at}expected ${sqlType(type)} (${jsForm(type)}), got ${kind(value)}${show(value)}${why}`);
    this.name = 'ValueError';
    this.type = type;
    this.value = value;
    this.reason = reason;
    this.path = path;
  }

  /** The same error, one level further out. */
  within(step: string): ValueError {
    const path = this.path === '' || this.path.startsWith('[') ? step + this.path : `${step}.${this.path}`;
    return new ValueError(this.type, this.value, this.reason, path);
  }
}

function kind(value: unknown): string {
  return value === null || value === undefined || typeof value === 'object' ? '' : `${typeof value} `;
}

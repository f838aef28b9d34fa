import type { Method } from './function-instance.js';

/** Calls with one object what wants its arguments by name; those before `leading` stay by position. */
export function byName(method: Method, names: readonly string[], leading = 0): Method {
  const values = [...Array(leading), ...names].map((_, i) => `v${i}`);
  // A plain `__proto__:` would set the prototype.
  const properties = names.map((name, i) => `[${JSON.stringify(name)}]: ${values[leading + i]}`);
  const call = `return (${values}) => method(${[...values.slice(0, leading), `{ ${properties} }`]});`;
  return new Function('method', call)(method) as Method;
}

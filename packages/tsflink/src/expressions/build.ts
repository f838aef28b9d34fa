import { FlinkError } from '../errors/flink-error.js';
import { used } from '../functions/first-use.js';
import { CallSite } from '../source/call-site.js';
import { DataType } from '../types/data-type.js';
import type { Untyped } from '../types/untyped.js';
import { literal } from './literal.js';
import type { Callee, ExpressionNode } from './node.js';
import { symbolsOf } from './symbol-arguments.js';

/** Under this symbol an expression gives its node. */
export const NODE: unique symbol = Symbol('tsflink.node');

const recorder: ProxyHandler<{ readonly node: ExpressionNode }> = {
  get({ node }, property) {
    if (property === NODE) return node;
    if (property === Symbol.toPrimitive) return refuseOperator;
    // without `then`, so that an expression can be awaited like any other value
    if (typeof property === 'symbol' || property === 'then') return undefined;
    if (property === 'as') {
      return (name: string, ...others: string[]) =>
        wrap({ kind: 'alias', expression: node, name, ...(others.length > 0 ? { others } : {}), site: new CallSite() });
    }
    return (...args: unknown[]) => {
      const given = args.slice(0, args.findLastIndex((arg) => arg !== undefined) + 1);
      const families = symbolsOf(property, given);
      const rest = given.map((arg, i) => toNode(arg, families[i]));
      return callOf({ case: 'builtin', name: property }, [node, ...rest]);
    };
  },
  has: (_, property) => property === NODE,
};

function refuseOperator(): never {
  throw new FlinkError('EXPRESSION_INVALID', 'JavaScript operators do not work on expressions', {
    hint: 'Call methods: $.a.plus($.b) for a + b, $.a.isEqual($.b) for a = b, $.s.concat($.t) for text.',
  });
}

/** The expression of a node: any method called on it is recorded as a call of the built-in function of that name. */
export function wrap(node: ExpressionNode): Untyped {
  return new Proxy({ node }, recorder);
}

/** The expression of a call, made where the user's program is now. */
export function callOf(callee: Callee, args: readonly ExpressionNode[]): Untyped {
  const site = new CallSite();
  if (callee.case === 'definition') used(callee.definition, site);
  return wrap({ kind: 'call', callee, args, site });
}

/** Whether a value is an expression. */
export function isExpression(value: unknown): value is { readonly [NODE]: ExpressionNode } {
  return ((typeof value === 'object' && value !== null) || typeof value === 'function') && NODE in value;
}

/**
 * The node of an expression, or of a JavaScript value that stands for one: text is a symbol where its place takes one,
 * of the enumeration `family`.
 */
export function toNode(value: unknown, family?: string): ExpressionNode {
  if (isExpression(value)) return value[NODE];
  if (family !== undefined && typeof value === 'string') return { kind: 'symbol', family, value };
  if (value instanceof DataType) return { kind: 'type', type: value.node };
  return literal(value);
}

/** What callbacks are given: any property is the column of that name. */
export function columnScope(): Untyped {
  return new Proxy(
    {},
    {
      get: (_, name) => (typeof name === 'symbol' ? undefined : wrap({ kind: 'column', name, site: new CallSite() })),
    },
  );
}

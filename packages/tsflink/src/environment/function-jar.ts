import { FlinkError } from '../errors/flink-error.js';
import type { CallSite } from '../source/call-site.js';

/** What a jar of functions is like. */
export interface FunctionJarOptions {
  /** The package of the classes; `functions` if absent. */
  readonly packageName?: string;
  /** `false`: without what runs the functions, for clusters that have tsflink-runtime in their lib/. */
  readonly runtime?: boolean;
}

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;
const KEYWORDS = new Set(
  (
    'abstract assert boolean break byte case catch char class const continue default do double else enum extends false ' +
    'final finally float for goto if implements import instanceof int interface long native new null package private ' +
    'protected public return short static strictfp super switch synchronized this throw throws transient true try void ' +
    'volatile while'
  ).split(' '),
);

/** Throws ARGUMENT_INVALID for a package or a class that Java would not take. */
export function checkJavaNames(packageName: string, classNames: readonly string[], callSite: CallSite): void {
  const wrong = [...packageName.split('.'), ...classNames].find((name) => !IDENTIFIER.test(name) || KEYWORDS.has(name));
  if (wrong !== undefined) {
    throw new FlinkError('ARGUMENT_INVALID', `'${wrong}' is no name of a class or package in Java`, {
      hint: 'Name the export otherwise: letters, digits and _, and no keyword of Java.',
      callSite,
    });
  }
  if (classNames.length > 0) return;
  throw new FlinkError('ARGUMENT_INVALID', 'There is no function to put into the jar', {
    hint: 'Export what udf, udtf, udaf, udtaf, ptf or asyncUdf gives.',
    callSite,
  });
}

import type { NullHandling } from '../definition.js';
import { openFunction } from '../row-function.js';
import type { EachResult, OverloadedCode, OverloadedUdf, OverloadedUdfOptions, Signature } from './overloaded-udf.js';
import { signature } from './signatures.js';
import { resultStrategy } from './type-strategy.js';

/** What `asyncUdf` has as `asyncUdf.overloads`. */
export function asyncOverloads<
  const S extends readonly [Signature, ...Signature[]],
  const N extends NullHandling = 'call',
  O = unknown,
>(options: OverloadedUdfOptions<S, N>, code: OverloadedCode<S, N, PromiseLike<EachResult<S>>, O>): OverloadedUdf<S> {
  const signatures = options.signatures.map(({ args, returns }) => signature(args, resultStrategy(returns)));
  return openFunction('asyncScalar', options, signatures, code) as OverloadedUdf<S>;
}

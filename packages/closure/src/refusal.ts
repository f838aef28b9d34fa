import { BundleError } from './errors.js';
import { formatPosition, type Position } from './position.js';

/** One step of the way from a function to what it needs: a captured variable, a property, an element. */
export interface Trail {
  readonly text: string;
  readonly at?: Position;
  readonly from?: Trail | undefined;
}

/** What mostly helps when a live object is captured. */
export const CREATE_INSIDE =
  'Create it inside the function, or in a module of its own that the function imports; or capture plain data instead.';

export interface RefusalOptions {
  /**
   * That evaluating an initialiser again in the task would not help either: that of the variable itself, or also that of
   * an object around.
   */
  readonly final?: 'here' | 'everywhere';
  readonly at?: Position;
  /** That a later attempt may find another value. */
  readonly passing?: boolean;
}

/** Something that cannot be shipped, before it is known which function is concerned. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly reason: string,
    readonly trail: Trail | undefined,
    readonly hint: string = CREATE_INSIDE,
    readonly options: RefusalOptions = {},
  ) {
    super(reason);
  }

  /** The error for the user: the cause first, then the way to it from the function. */
  toBundleError(functionName: string, functionAt: Position | undefined): BundleError {
    const steps: Trail[] = [];
    for (let step = this.trail; step; step = step.from) steps.unshift(step);
    const way = steps.map((step, i) => {
      const at = step.at ? ` (${formatPosition(step.at)})` : '';
      return `\n${'  '.repeat(i + 1)}${i === 0 ? 'by ' : ''}${step.text}${at}`;
    });
    const position = this.options.at ?? steps.findLast((step) => step.at)?.at ?? functionAt;
    return new BundleError(
      'FUNCTION_NOT_SHIPPABLE',
      `Function ${functionName} cannot be shipped: ${this.reason}${way.join('')}`,
      this.hint,
      position,
      undefined,
      this.options.passing,
    );
  }
}

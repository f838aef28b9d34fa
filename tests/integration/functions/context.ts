import { DataTypes, type Distribution, type FunctionContext, udf } from 'tsflink';

const { BIGINT, INT, STRING } = DataTypes;

/** Looks countries up, and counts what it finds. */
class Country {
  readonly #names = new Map<string, string>();
  #found = (): void => {};
  #lengths?: Distribution;

  open({ metrics, logger, functionName, taskInfo, getJobParameter }: FunctionContext): void {
    this.#names.set('de', getJobParameter('germany', 'Germany'));
    const found = metrics.addGroup('countries').counter('found');
    this.#found = () => found.inc();
    this.#lengths = metrics.distribution('lengths');
    metrics.gauge('known', () => this.#names.size);
    metrics.meter('opened').markEvent(3);
    logger.info('%s is open in subtask %d', functionName, taskInfo.indexOfThisSubtask);
  }

  eval(code: string | null): string | null {
    const name = this.#names.get(code ?? '') ?? null;
    this.#lengths?.update(code?.length ?? 0);
    if (name !== null) this.#found();
    return name;
  }
}

export const country = udf({ name: 'country', args: [STRING()], returns: STRING() }, Country);

const whereAmI = {
  text: '',
  open({ taskInfo, metrics }: FunctionContext): void {
    this.text = JSON.stringify([
      taskInfo.numberOfParallelSubtasks,
      taskInfo.attemptNumber,
      metrics.getScopeComponents().slice(-2),
      metrics.getAllVariables().get('<function>'),
      metrics.getMetricIdentifier('x').endsWith('.function.where_am_i.x'),
    ]);
  },
  eval(): string {
    return this.text;
  },
};
export const where = udf({ name: 'where_am_i', args: [], returns: STRING(), deterministic: false }, whereAmI);

class Running {
  #sum: bigint;
  constructor(start = 0n) {
    this.#sum = start;
  }
  eval({ n }: { n: bigint | null }): bigint {
    this.#sum += n ?? 0n;
    return this.#sum;
  }
}

/** An instance, with private state that starts anew in each operator. */
export const running = udf(
  { name: 'running', args: { n: BIGINT() }, returns: BIGINT(), deterministic: false },
  new Running(100n),
);

export const failsToOpen = udf(
  { name: 'fails_to_open', args: [INT()], returns: INT() },
  {
    open({ getCachedFile }: FunctionContext) {
      getCachedFile('missing.db');
    },
    eval: (n: number | null) => n,
  },
);

import { readFileSync } from 'node:fs';
import { version_cpu } from '@tensorflow/tfjs-backend-cpu';
import { type Tensor, tensor, tensor2d, tidy } from '@tensorflow/tfjs-core';
import type { Sequential } from '@tensorflow/tfjs-layers';
import { DataTypes, type FunctionContext, udf } from 'tsflink';
import { inputs, network } from './network.js';

const { DOUBLE, FLOAT } = DataTypes;

/** A weight of the network, as `model/train.ts` writes it. */
export interface Weight {
  readonly shape: number[];
  readonly values: number[];
}

/** What the network has learned; the file travels to Flink with the function. */
export const weightsFile = new URL('./weights.json', import.meta.url);

interface Sessions {
  readonly requests: Float64Array;
  readonly errors: Float64Array;
  readonly distinct: Float64Array;
}

class BotScore {
  readonly #network: Sequential = network();

  open({ logger }: FunctionContext): void {
    // What is named travels; an import for its effect alone would not.
    logger.info('scores with TensorFlow.js on the CPU, %s', version_cpu);
    const weights: Weight[] = JSON.parse(readFileSync(weightsFile, 'utf8'));
    tidy(() => this.#network.setWeights(weights.map(({ shape, values }) => tensor(values, shape))));
  }

  /** One call of the network for all sessions of a batch. */
  eval({ requests, errors, distinct }: Sessions): Float32Array {
    const rows = Array.from(requests, (of, i) => inputs(of, errors[i] as number, distinct[i] as number));
    return tidy(() => {
      const scores = this.#network.predictOnBatch(tensor2d(rows)) as Tensor;
      return scores.dataSync<'float32'>();
    });
  }

  close(): void {
    this.#network.dispose();
  }
}

/** The probability that a session is a bot's, by its requests a minute, its share of errors and of distinct pages. */
export const botScore = udf(
  {
    name: 'bot_score',
    args: { requests: DOUBLE().notNull(), errors: DOUBLE().notNull(), distinct: DOUBLE().notNull() },
    returns: FLOAT().notNull(),
    vectorised: true,
  },
  BotScore,
);

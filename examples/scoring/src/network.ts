import { initializers, layers, type Sequential, sequential } from '@tensorflow/tfjs-layers';

/** A session as the network takes it: numbers of about the same size. */
export function inputs(requests: number, errors: number, distinct: number): [number, number, number] {
  return [Math.log1p(requests), errors * 5, distinct * 5];
}

/** The network without what it has learned: eight neurons, and the probability that a session is a bot's. */
export function network(): Sequential {
  return sequential({
    layers: [
      layers.dense({ inputShape: [3], units: 8, activation: 'relu', kernelInitializer: seeded(1) }),
      layers.dense({ units: 1, activation: 'sigmoid', kernelInitializer: seeded(2) }),
    ],
  });
}

const seeded = (seed: number) => initializers.glorotUniform({ seed });

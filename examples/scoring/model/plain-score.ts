import { readFileSync } from 'node:fs';
import { type Weight, weightsFile } from '../src/bot-score.js';
import { inputs } from '../src/network.js';
import type { Session } from './sessions.js';

/** The score of a session without TensorFlow.js: what the function is compared with. */
export function plainScore({ requests, errors, distinct }: Session): number {
  const weights: Weight[] = JSON.parse(readFileSync(weightsFile, 'utf8'));
  const [kernel = [], bias = [], outKernel = [], outBias = []] = weights.map(({ values }) => values);
  const hidden = layer(inputs(requests, errors, distinct), kernel, bias).map((x) => Math.max(0, x));
  const [output] = layer(hidden, outKernel, outBias) as [number];
  return 1 / (1 + Math.exp(-output));
}

type Vector = readonly number[];

function layer(input: Vector, kernel: Vector, bias: Vector): number[] {
  return bias.map((b, to) => input.reduce((sum, x, from) => sum + x * (kernel[from * bias.length + to] as number), b));
}

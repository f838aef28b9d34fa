// npx tsx examples/scoring/model/train.ts: trains the network, and writes src/weights.json.
import { writeFileSync } from 'node:fs';
import '@tensorflow/tfjs-backend-cpu';
import { tensor2d } from '@tensorflow/tfjs-core';
import { weightsFile } from '../src/bot-score.js';
import { inputs, network } from '../src/network.js';
import { sessions } from './sessions.js';

const seen = sessions(4000, 1);
const model = network();
model.compile({ optimizer: 'adam', loss: 'binaryCrossentropy', metrics: ['accuracy'] });
const { history } = await model.fit(
  tensor2d(seen.map(({ requests, errors, distinct }) => inputs(requests, errors, distinct))),
  tensor2d(seen.map(({ bot }) => [bot ? 1 : 0])),
  { epochs: 20, shuffle: false, verbose: 0 },
);
console.log('accuracy of each epoch:', history.acc);

const rounded = (values: Iterable<number>) => Array.from(values, (value) => Number(value.toFixed(4)));
const weights = model.getWeights().map((weight) => ({ shape: weight.shape, values: rounded(weight.dataSync()) }));
writeFileSync(weightsFile, `${JSON.stringify(weights)}\n`);

import { testFunction } from 'tsflink/testing';
import { expect, it } from 'vitest';
import { plainScore } from '../model/plain-score.js';
import { sessions } from '../model/sessions.js';
import { botScore } from '../src/bot-score.js';

const unseen = sessions(1000, 2);

it('scores a batch as a plain computation does', () => {
  using harness = testFunction(botScore);
  const scores = harness.callAll(unseen.map(({ bot, ...features }) => [features]));
  scores.forEach((score, i) => {
    expect(score).toBeCloseTo(plainScore(unseen[i] as (typeof unseen)[number]), 5);
  });
});

it('tells bots from people', () => {
  const right = unseen.filter((session) => plainScore(session) > 0.5 === session.bot);
  expect(right.length / unseen.length).toBeGreaterThan(0.95);
});

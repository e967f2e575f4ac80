import { expect, it } from 'vitest';
import { patienceSeconds } from '../channel.ts';
import { createPace } from './pace.ts';

function paceAt(start: number) {
  let now = start;
  return { pace: createPace(() => now), later: (seconds: number) => void (now += seconds) };
}

it('knows nothing about a carrier without a recent answer', () => {
  const { pace, later } = paceAt(1_000);
  expect(pace.takesSeconds()).toBe(patienceSeconds);
  pace.answered(0.1);
  expect(pace.takesSeconds()).toBeCloseTo(1.2);
  later(61);
  expect(pace.takesSeconds()).toBe(patienceSeconds);
});

it('goes by the slowest answer of the last minute, and forgets it after that', () => {
  const { pace, later } = paceAt(0);
  for (const seconds of [0.1, 3, 0.2, 0.1]) {
    pace.answered(seconds);
    later(10);
  }
  expect(pace.takesSeconds()).toBeCloseTo(7);
  later(31);
  expect(pace.takesSeconds()).toBeCloseTo(1.4);
});

it('assumes the full wait for an answer if none came or all are that slow', () => {
  const { pace, later } = paceAt(0);
  pace.answered(0.1);
  pace.answered();
  expect(pace.takesSeconds()).toBe(patienceSeconds);
  later(61);
  pace.answered(12);
  expect(pace.takesSeconds()).toBe(patienceSeconds);
});

import { parseArgs } from 'node:util';

/** How hard and how long the siege is. */
export interface SiegeOptions {
  readonly kills: number;
  readonly seed: string;
  readonly messagesPerSecond: number;
  readonly people: number;
  /** Shortest and longest time between two kills, in milliseconds. */
  readonly pause: readonly [number, number];
  /** The siege ends after this time, no matter what remains. */
  readonly minutesMax: number;
  /** One of so many kills hits PostgreSQL; with 1, each. */
  readonly serverEvery: number;
  /** PostgreSQL is a cluster under Patroni, whose primary is killed. */
  readonly isCluster: boolean;
}

/** The guard to remove from the program, to show that the siege notices; see `controls.ts`. */
export const controlNames = ['dedupe', 'locks', 'early-200'] as const;
export type ControlName = (typeof controlNames)[number];

/**
 * Reads `npm run siege -- [--kills 200] [--seed 1] [--cluster] [--controls | --control NAME]`.
 * @throws Error with a sentence about the wrong option
 */
export function readOptions(words: readonly string[]): {
  readonly options: SiegeOptions;
  readonly controls: readonly ControlName[];
} {
  const { values } = parseArgs({
    args: [...words],
    options: {
      kills: { type: 'string', default: '200' },
      seed: { type: 'string', default: '1' },
      rate: { type: 'string', default: '25' },
      people: { type: 'string', default: '200' },
      minutes: { type: 'string', default: '45' },
      cluster: { type: 'boolean', default: false },
      controls: { type: 'boolean', default: false },
      control: { type: 'string' },
    },
  });
  const named = controlNames.filter((name) => values.controls || name === values.control);
  if (values.control !== undefined && named.length === 0)
    throw new Error(`--control is one of ${controlNames.join(', ')}`);
  return {
    controls: named,
    options: {
      kills: whole('kills', values.kills, 10_000),
      seed: values.seed,
      messagesPerSecond: whole('rate', values.rate, 500),
      people: whole('people', values.people, 5_000),
      pause: [2_000, 10_000],
      minutesMax: whole('minutes', values.minutes, 240),
      serverEvery: values.cluster ? 2 : 5,
      isCluster: values.cluster,
    },
  };
}

function whole(name: string, text: string, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0 && value <= most) return value;
  throw new Error(`--${name} is a whole number from 1 to ${most}`);
}

import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const ratio = z.union([z.number(), z.object({ refused: z.string() })]);

/** A ratio to pgbench, or why the benchmark refused it. */
export type Ratio = z.infer<typeof ratio>;

const common = { measuredOn: z.string(), machine: z.string(), options: z.array(z.string()) };

const yardstick = z.object({
  c: z.number(),
  postgresMicroseconds: z.number(),
  pgbenchMicroseconds: z.number(),
  transactionsPerSecond: z.number(),
  loneMilliseconds: z.number(),
});

const schemas = {
  conversation: z.object({
    ...common,
    flushMicroseconds: z.number(),
    peakMegabytes: z.number(),
    pgbench: yardstick.optional(),
    results: z.array(
      z.object({
        text: z.string(),
        inFlight: z.number(),
        perSecond: z.number().optional(),
        messagesPerSecond: z.number(),
        p50Milliseconds: z.number(),
        p99Milliseconds: z.number(),
        serviceMicrosecondsPerMessage: z.number(),
        postgresMicrosecondsPerMessage: z.number(),
        loadMicrosecondsPerMessage: z.number(),
        processorToC: ratio.optional(),
        p50ToLonePgbench: ratio.optional(),
      }),
    ),
  }),
  post: z.object({
    ...common,
    flushMicroseconds: z.number(),
    pgbench: z.union([yardstick, z.literal('not installed')]),
    results: z.array(
      z.object({
        connections: z.number(),
        batch: z.number(),
        inFlight: z.number(),
        transfersPerSecond: z.number(),
        serviceMicroseconds: z.number(),
        postgresMicroseconds: z.number(),
        processorToC: ratio.optional(),
      }),
    ),
  }),
  ledgers: z.object({
    ...common,
    accounts: z.number(),
    pgbench: yardstick,
    results: z.array(
      z.object({
        name: z.string(),
        clients: z.number(),
        transfersPerSecond: z.number(),
        postgresMicroseconds: z.number(),
        pgbenchMicroseconds: z.number(),
        processorToC: ratio,
      }),
    ),
  }),
  growth: z.object({
    ...common,
    results: z.array(
      z.object({
        text: z.string(),
        postgresMicroseconds: z.array(z.object({ entries: z.number(), microseconds: z.number() })),
        growth: z.number(),
      }),
    ),
  }),
  deliver: z.object({
    ...common,
    perSecond: z.number(),
    p50Milliseconds: z.number(),
    p99Milliseconds: z.number(),
    serviceMicrosecondsPerMessage: z.number(),
    postgresMicrosecondsPerMessage: z.number(),
    peakMegabytes: z.object({ atRate: z.number(), atWorst: z.number() }),
  }),
} as const;

export type BenchName = keyof typeof schemas;
export type Result<Name extends BenchName> = z.infer<(typeof schemas)[Name]>;

/** Reads the last result that `npm run bench -- NAME --save` kept. */
export function readResult<Name extends BenchName>(name: Name): Result<Name> | undefined {
  const file = new URL(`../../../bench/results/${name}.json`, import.meta.url);
  if (!existsSync(file)) return undefined;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema of this very name
  return schemas[name].parse(JSON.parse(readFileSync(file, 'utf8'))) as Result<Name>;
}

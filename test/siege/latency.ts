import type { Database } from '../../src/database/database.ts';
import { chatMessages, type Carriers } from './carriers.ts';
import type { Person } from './person.ts';

/** A period in which PostgreSQL was down. */
export interface Outage {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}

/** How long members waited, without PostgreSQL's downtime. */
export interface Waits {
  readonly p50Seconds: number;
  readonly p99Seconds: number;
  readonly longestSeconds: number;
  /** By the way a message came: SMS, direct message, X Chat, the app. */
  readonly p99SecondsOf: Readonly<Record<Way, number>>;
}

type Way = 'sms' | 'dm' | 'chat' | 'app';

/** Measures from the member's message to the answer in the inbox, both by the carriers' clock. */
export async function waits(
  db: Database,
  {
    people,
    carriers,
    outages,
  }: {
    readonly people: readonly Person[];
    readonly carriers: Carriers;
    readonly outages: readonly Outage[];
  },
): Promise<Waits> {
  const written = new Map<string, Temporal.Instant>([
    ...chatMessages(carriers.x).map(
      ({ messageId, createdAt }) => [`x:chat:${messageId}`, createdAt] as const,
    ),
    ...carriers.x.state.messages.map(({ id, createdAt }) => [`x:${id}`, createdAt] as const),
    ...carriers.twilio.state.messages.map(
      ({ sid, createdAt }) => [`sms:${sid}`, createdAt] as const,
    ),
    ...people.flatMap(
      (person) => person.written?.().map(({ key, at }) => [key, at] as const) ?? [],
    ),
  ]);
  const arrived = new Map(people.flatMap((person) => person.inbox().map(({ id, at }) => [id, at])));
  const rows = await db.query<{ inReplyTo: string; carrierId: string }>(
    `select in_reply_to as "inReplyTo", carrier_id as "carrierId" from outbound
      where in_reply_to is not null and carrier_id is not null`,
  );
  const all = rows
    .flatMap(({ inReplyTo, carrierId }) => {
      const from = written.get(inReplyTo);
      const until = arrived.get(carrierId);
      return from && until
        ? [{ way: wayOf(inReplyTo), seconds: waited({ from, until }, outages) }]
        : [];
    })
    .sort((a, b) => a.seconds - b.seconds);
  const quantile = (part: number, way?: Way) => {
    const sorted = way === undefined ? all : all.filter((one) => one.way === way);
    const { seconds = 0 } =
      sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? {};
    return Math.round(seconds * 10) / 10;
  };
  return {
    p50Seconds: quantile(0.5),
    p99Seconds: quantile(0.99),
    longestSeconds: quantile(1),
    p99SecondsOf: {
      sms: quantile(0.99, 'sms'),
      dm: quantile(0.99, 'dm'),
      chat: quantile(0.99, 'chat'),
      app: quantile(0.99, 'app'),
    },
  };
}

function wayOf(key: string): Way {
  if (key.startsWith('sms:')) return 'sms';
  if (key.startsWith('app:')) return 'app';
  return key.startsWith('x:chat:') ? 'chat' : 'dm';
}

function waited({ from, until }: Outage, outages: readonly Outage[]): number {
  const milliseconds = (a: Temporal.Instant, b: Temporal.Instant) =>
    b.epochMilliseconds - a.epochMilliseconds;
  const down = outages.reduce((sum, outage) => {
    const begin = Math.max(outage.from.epochMilliseconds, from.epochMilliseconds);
    const end = Math.min(outage.until.epochMilliseconds, until.epochMilliseconds);
    return sum + Math.max(0, end - begin);
  }, 0);
  return (milliseconds(from, until) - down) / 1_000;
}

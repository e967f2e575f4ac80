import type { Database } from '../../../src/database/database.ts';
import { wordsOf } from '../../../src/messages/search/words-of.ts';
import { say } from '../say.ts';

interface Text {
  readonly text: string;
  /** The intent of one that came in; the purpose of one that went out. */
  readonly what: string;
  readonly outcome?: string;
  readonly often: number;
}

/** What members write, and how often. */
const asked: readonly Text[] = [
  { text: '#bal 7', what: 'balance', outcome: 'balance', often: 20 },
  { text: 'what is my balance', what: 'balance', outcome: 'balances', often: 15 },
  { text: 'how much is in savings', what: 'balance', outcome: 'balance', often: 8 },
  { text: 'hist 7', what: 'history', outcome: 'history', often: 12 },
  { text: 'show my last 10 transactions please', what: 'history', outcome: 'history', often: 6 },
  { text: 'did my paycheck arrive', what: 'deposits', outcome: 'deposits', often: 6 },
  { text: 'transfer 20 from 7 to 0', what: 'transfer', outcome: 'transferred', often: 10 },
  { text: 'move $50 to savings', what: 'transfer', outcome: 'transferred', often: 5 },
  { text: 'transfer 90000 from 7 to 0', what: 'transfer', outcome: 'insufficient', often: 2 },
  { text: '¿cuál es mi saldo?', what: 'balance', outcome: 'balances', often: 4 },
  { text: 'quel est mon solde', what: 'balance', outcome: 'balances', often: 2 },
  { text: 'what are your hours', what: 'contact', outcome: 'contact', often: 3 },
  { text: 'help', what: 'help', outcome: 'help', often: 3 },
  { text: 'a person about my mortgage escrow please', what: 'agent', outcome: 'agent', often: 1 },
  {
    text: 'there is a charge at a hotel in Reno that I did not make',
    what: 'dispute',
    outcome: 'confirm_dispute',
    often: 1,
  },
  { text: 'is Lindbergh open on the holiday', what: 'unknown', outcome: 'unknown', often: 1 },
  { text: 'grtx plmk qwv', what: 'unknown', outcome: 'unknown', often: 1 },
];

/** What the service and its staff write, and how often. */
const answered: readonly Text[] = [
  { text: 'Checking 7: $1,000.00 available now, 10:42am.', what: 'reply', often: 30 },
  { text: 'Savings 0: $500.00. Checking 7: $1,000.00, 10:42am.', what: 'reply', often: 25 },
  { text: 'Checking 7: -$84.20 SCHNUCKS #142, +$1,240.00 ACME PAYROLL.', what: 'reply', often: 18 },
  {
    text: 'Moved $20.00, Checking 7 to Savings 0. Receipt 2-2, 10:42am.',
    what: 'reply',
    often: 15,
  },
  { text: 'Not moved: it is over your limit for one day.', what: 'reply', often: 2 },
  { text: 'We did not understand. Say BAL or HIST, or AGENT.', what: 'reply', often: 4 },
  { text: 'A person gets back to you, Monday to Friday, 9 to 5.', what: 'reply', often: 1 },
  { text: 'Checking 7 is under $100.00: $84.12 available now.', what: 'alert', often: 4 },
  { text: 'This is Ann. I am looking into the hotel charge in Reno.', what: 'staff', often: 1 },
];

const perStatement = 100_000;

/** The messages lie over so many days before now. */
const days = 150;

/**
 * Fills in messages as the database makes them: half came in, half went out, evenly over five months and over all members, with the words
 * by which the search finds them. They are not in the record's chain.
 */
export async function fillTexts(
  db: Database,
  { institutionId, messages }: { readonly institutionId: number; readonly messages: number },
): Promise<void> {
  const pairs = Math.floor(messages / 2);
  const now = Temporal.Now.instant();
  const came = slots(asked);
  const went = slots(answered);
  for (let from = 0; from < pairs; from += perStatement) {
    const to = Math.min(from + perStatement, pairs) - 1;
    const place = [institutionId, from, to, pairs] as const;
    for (const statement of [receiving, receivedWords])
      await db.query(statement, [...place, ...came, now]);
    for (const statement of [sending, sentWords])
      await db.query(statement, [...place, ...went, now]);
    say(`${2 * (to + 1)} messages`);
  }
  await db.query(
    `update conversations set last_inbound_at = now() - interval '1 hour' where institution_id = $1`,
    [institutionId],
  );
}

/** The texts by chance, with their words as the search has them, what they are and what came of them. */
function slots(texts: typeof asked): string[][] {
  const all = texts.flatMap((text) => Array.from({ length: text.often }, () => text));
  return [
    all.map(({ text }) => text),
    all.map(({ text }) => wordsOf(text).join(' ')),
    all.map(({ what }) => what),
    all.map(({ outcome }) => outcome ?? ''),
  ];
}

/**
 * Pairs $2 to $3 of $4: a message and its answer a second later, of which member, which text chance gives, and a figure
 * that makes some texts differ from all others.
 */
const pairsOf = (direction: 'in' | 'out') => `
  select i, p.*, $9::timestamptz - make_interval(secs => ${days * 86_400} * ($4::float8 - i) / $4::float8 - ${direction === 'in' ? 0 : 1}) as at,
    (2000000000000000000 + i)::text as ref, md5('batch ' || i / 20)::uuid as batch_id,
    ('x' || substr(md5('${direction}' || i), 1, 7))::bit(28)::int % cardinality($5::text[]) + 1 as slot,
    ${direction === 'in' ? "case when i % 4 = 0 then ' ref ' || i % 50000 else '' end" : "' ref ' || i % 50000"} as more
  from generate_series($2::bigint, $3::bigint) i
  join bench_people p on p.n = i * 7919 % (select count(*) from bench_people)`;

const receiving = `
  insert into inbound (institution_id, channel, external_id, conversation_id, batch_id, position, member_id, text, public, sent_at,
    received_at, intent, reading, outcome)
  select $1, channel, ref, conversation_id, batch_id, i % 20, member_id, ($5::text[])[slot] || more, $6::text[] is null, at,
    at, ($7::text[])[slot], jsonb_build_object('intent', ($7::text[])[slot]), ($8::text[])[slot]
  from (${pairsOf('in')}) n`;

const sending = `
  insert into outbound (institution_id, id, conversation_id, channel, address_id, batch_id, purpose, priority, in_reply_to, text, language,
    queued_at, received_at, expires_at, status, attempts, code_version, carrier_id, segments, cost_microdollars, sending_at, wired_at,
    delivered_at)
  select $1, bench_uuid(at, 'out ' || i), conversation_id, channel, address_id, batch_id, ($7::text[])[slot], 0, channel || ':' || ref,
    ($5::text[])[slot] || ($8::text[])[slot] || more, case when $6::text[] is null then '' else 'en' end, at, at,
    at + interval '1 day', 'delivered', 1, 1, ref, 1, 15000, at, at, at
  from (${pairsOf('out')}) n`;

const wordsColumns = `insert into message_words (institution_id, direction, channel, ref, at, member_id, outcome, words)`;
const wordsFor = (direction: 'in' | 'out') =>
  `array_to_tsvector(string_to_array(($6::text[])[slot] || more || ' >${direction} >' || channel, ' '))`;

const receivedWords = `${wordsColumns}
  select $1, 'in', channel, ref, at, member_id, case when $7::text[] is null then '' else ($8::text[])[slot] end, ${wordsFor('in')}
  from (${pairsOf('in')}) n`;

const sentWords = `${wordsColumns}
  select $1, 'out', channel, bench_uuid(at, 'out ' || i)::text, at, member_id,
    case when $8::text[] is null then '' else ($7::text[])[slot] end, ${wordsFor('out')}
  from (${pairsOf('out')}) n`;

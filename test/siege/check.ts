import { messagesPart } from '../../src/service/messages-part.ts';
import type { Database } from '../../src/database/database.ts';
import { verify } from '../../src/ledger/verify/verify.ts';
import { openCodes } from '../../src/members/codes.ts';
import type { Fixture } from '../support/fixture.ts';
import { readAlerts, type SentAlert, wrongAlerts } from './alerts.ts';
import { chatMessages, type Carriers } from './carriers.ts';
import { misstated } from './figures.ts';
import type { Person } from './person.ts';
import { readRecord, type Answered } from './record.ts';

/** The final state of a siege. */
interface Field {
  readonly fixture: Fixture;
  readonly people: readonly Person[];
  readonly carriers: Carriers;
}

/** Finds every lost, doubled or misstated message: one sentence each, or none if all is well. */
export async function check(db: Database, field: Field): Promise<string[]> {
  const record = await readRecord(db);
  const alerts = await readAlerts(db);
  const [chats] = await db.query<{ unverified: number }>(
    'select count(*)::int as unverified from x_chat_events where buried_at is not null',
  );
  const report = await verify(db, {
    institutionId: field.fixture.institution.id,
    parts: [messagesPart],
    keyring: field.fixture.keyring,
  });
  return [
    ...lost(record, field),
    ...unanswered(record, field),
    ...doubled(record, alerts, field),
    ...(await wrongAlerts(db, alerts)),
    ...outOfOrder(record, field),
    ...(await withoutCode(db, field)),
    ...(await wrongApprovals(db, record, field)),
    ...(await moneyChanged(db, record, field)),
    ...misstated(record, field),
    ...(chats?.unverified === 0 ? [] : [`${chats?.unverified} chat events never verified`]),
    ...report.problems.map(({ where, what }) => `verify: ${where}: ${what}`),
  ];
}

function lost(record: readonly Answered[], { carriers: { x, twilio }, people }: Field): string[] {
  const taken = new Set(record.filter(({ intent }) => intent !== 'approval').map(({ key }) => key));
  const writers = new Set(people.map(({ address }) => address));
  const written = [
    ...chatMessages(x).flatMap(({ messageId, senderId }) =>
      writers.has(senderId) ? [`x:chat:${messageId}`] : [],
    ),
    ...x.state.messages.flatMap(({ id, senderId }) => (writers.has(senderId) ? [`x:${id}`] : [])),
    ...twilio.state.messages.flatMap(({ sid, direction }) =>
      direction === 'inbound' ? [`sms:${sid}`] : [],
    ),
    ...people.flatMap((person) => person.written?.().map(({ key }) => key) ?? []),
  ];
  const known = new Set(written);
  return [
    ...written
      .filter((key) => !taken.has(key))
      .map((key) => `${key} was delivered and is not in the books`),
    ...[...taken]
      .filter((key) => !known.has(key))
      .map((key) => `${key} was taken and never written`),
  ];
}

function unanswered(record: readonly Answered[], { people }: Field): string[] {
  const stopping = new Set(people.filter(({ stops }) => stops).map(({ memberId }) => memberId));
  return record.flatMap(({ key, memberId, outcome, replies }) => {
    const [reply, another] = replies;
    if (another) return [`${key} has ${replies.length} answers`];
    if (!reply) return stopping.has(memberId) ? [] : [`${key} (${outcome}) has no answer`];
    if (reply.carrierId !== null) return [];
    return stopping.has(memberId) ? [] : [`the answer to ${key} is ${reply.status}, never sent`];
  });
}

/** Every message in an inbox belongs to one row, and every sent row is in one inbox. */
function doubled(
  record: readonly Answered[],
  alerts: readonly SentAlert[],
  { people }: Field,
): string[] {
  const rows = [...record.flatMap(({ replies }) => replies), ...alerts];
  const sent = rows.flatMap(({ carrierId }) => carrierId ?? []);
  const known = new Set(sent);
  const inboxes = people.flatMap((person) => person.inbox().map(({ id }) => id));
  const arrived = new Set(inboxes);
  return [
    ...(known.size === sent.length ? [] : ['two answers name one message of a carrier']),
    ...inboxes
      .filter((id) => !known.has(id))
      .map((id) => `message ${id} was sent and no answer names it: sent twice`),
    ...sent
      .filter((id) => !arrived.has(id))
      .map((id) => `message ${id} counts as sent and is in no inbox`),
  ];
}

function outOfOrder(record: readonly Answered[], { people }: Field): string[] {
  const places = new Map(
    record.flatMap(({ replies }, index) =>
      replies.flatMap(({ carrierId }) => (carrierId === null ? [] : [[carrierId, index] as const])),
    ),
  );
  return people.flatMap((person) => {
    const order = person.inbox().flatMap(({ id }) => places.get(id) ?? []);
    const wrong = order.filter((place, at) => at > 0 && place < (order[at - 1] ?? 0)).length;
    return wrong === 0
      ? []
      : [`${person.channel}:${person.address}: ${wrong} answers in the wrong order`];
  });
}

/**
 * Every message ends in its reader's code, except the confirmation of STOP, after which nothing
 * comes.
 */
async function withoutCode(db: Database, { fixture, people }: Field): Promise<string[]> {
  const { id } = fixture.institution;
  const addresses = await db.query<{ id: string; memberId: string; channel: string }>(
    'select id, member_id as "memberId", channel from addresses where institution_id = $1',
    [id],
  );
  const codes = await openCodes(
    db,
    fixture.keyring,
    id,
    addresses.map((address) => address.id),
  );
  const codeOf = new Map(
    addresses.map((one) => [`${one.channel}/${one.memberId}`, codes.get(one.id)?.code ?? '?']),
  );
  return people.flatMap((person) => {
    const code = codeOf.get(`${person.channel}/${person.memberId}`) ?? '?';
    const inbox = person.inbox();
    const bare = inbox.findIndex(({ text }) => !text.endsWith(` ${code}`));
    const isStop = person.stops && /STOP|no more|START/i.test(inbox[bare]?.text ?? '');
    if (bare === -1 || (isStop && bare === inbox.length - 1)) return [];
    return [`${person.channel}:${person.address}: a message without its code, or one after STOP`];
  });
}

/** Finds transfers that still wait, and those whose end is not the one that their member was told. */
async function wrongApprovals(
  db: Database,
  record: readonly Answered[],
  { people }: Field,
): Promise<string[]> {
  const rows = await db.query<{ id: string; state: string }>('select id, state from approvals');
  const told = new Map(people.flatMap((person) => [...(person.decided?.() ?? [])]));
  const asked = record.filter(({ outcome }) => outcome === 'approval_asked').length;
  return [
    ...(asked < rows.length ? [`${asked} messages asked for ${rows.length} approvals`] : []),
    ...rows.flatMap(({ id, state }) => {
      if (state === 'waiting') return [`the transfer ${id} waits, though its member has decided`];
      const expected = told.get(id) ?? state;
      return state === expected ? [] : [`the transfer ${id} is ${state}, and was told ${expected}`];
    }),
  ];
}

async function moneyChanged(
  db: Database,
  record: readonly Answered[],
  { fixture }: Field,
): Promise<string[]> {
  const [row] = await db.query<{ total: bigint; transfers: number }>(
    `select (select sum(ledger_balance)::int8 from accounts where not internal) as total,
      (select count(*)::int from transactions where kind = 'transfer') as transfers`,
  );
  const told = record.filter(({ outcome }) => outcome === 'transferred').length;
  const opened = BigInt(fixture.members.length) * 150_000n;
  return [
    ...(row?.total === opened
      ? []
      : [`${String(opened)} cents were there, ${String(row?.total)} are`]),
    ...(row?.transfers === told
      ? []
      : [`${told} transfers were told, ${row?.transfers} are posted`]),
  ];
}

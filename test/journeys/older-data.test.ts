import { beforeAll, expect, it } from 'vitest';
import { findExisting } from '../../src/audit/changes/find-existing.ts';
import { recording } from '../../src/audit/changes/recording.ts';
import { createConversation } from '../../src/conversation/conversation.ts';
import { rolledBack } from '../../src/database/rolled-back.ts';
import { messagesPart } from '../../src/service/messages-part.ts';
import { present } from '../../src/kernel/assert.ts';
import { manualClock } from '../../src/kernel/clock.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import { seededRandom } from '../../src/kernel/random.ts';
import { createWorld } from '../../src/kernel/world.ts';
import { verify, verifyIn } from '../../src/ledger/verify/verify.ts';
import { recordOlderMessages } from '../../src/messages/record-older.ts';
import { createDispatcher } from '../../src/messages/sending/dispatcher.ts';
import { loadInstitution } from '../../src/members/institution.ts';
import { ledgerCore } from '../../src/core/local/ledger-core.ts';
import { onBothEngines } from '../support/engines.ts';
import { testKeyring } from '../support/fixture.ts';
import {
  loadOlderData,
  olderAddresses,
  olderData,
  olderEnd,
  olderInstitution,
} from '../support/older-data.ts';
import { createRecordingCarrier } from '../support/scripted-carriers.ts';

const [payer, other] = olderAddresses;
const institutionId = olderInstitution;

onBothEngines('data of the version before', (db) => {
  const clock = manualClock(olderEnd);
  const recorded = () =>
    recording(db(), { world: createWorld({ clock }), keyringOf: () => testKeyring() });
  beforeAll(async () => loadOlderData(db(), async () => putNotices('queued', 'delivered')));
  /** Notices of no batch, as the version before queued them. */
  const putNotices = async (...statuses: string[]) =>
    db().query(
      `insert into outbound (institution_id, id, conversation_id, channel, address_id, purpose, priority, text, language,
          queued_at, expires_at, status)
        select institution_id, gen_random_uuid(), conversation_id, channel, address_id, 'notice', 1, 'A notice, ' || s.status,
          language, queued_at, expires_at, s.status
        from (select * from outbound order by id limit 1) o cross join unnest($1::text[]) as s (status)`,
      [statuses],
    );
  const takeOlder = async () =>
    recordOlderMessages(db(), {
      institutionId,
      keyring: testKeyring(),
      world: createWorld({ clock, random: seededRandom('older messages') }),
    });
  const expectVerified = async () => {
    const report = await verify(db(), {
      institutionId,
      keyring: testKeyring(),
      parts: [messagesPart],
    });
    expect(report.problems).toEqual([]);
    expect(report.changes.unrecorded).toEqual(isFound ? [] : expect.arrayContaining(['members']));
    expect(report.entries).toBeGreaterThanOrEqual(present(olderData['entries'], 'entries').length);
  };
  let isFound = false;
  let messages = 0;
  const say = async (address: string, text: string) => {
    messages += 1;
    const service = createConversation({
      db: recorded(),
      core: ledgerCore,
      keyring: testKeyring(),
      world: createWorld({ clock, random: seededRandom(`older ${messages}`) }),
      logger: silentLogger,
      metrics: silentMetrics,
      institution: async (id) => present(await loadInstitution(db(), id), 'it exists'),
      delivery: async () => {},
      queued: () => {},
    });
    const now = clock.now();
    const externalId = `now${messages}`;
    return service.take({
      institutionId,
      channel: 'x',
      externalId,
      address,
      text,
      sentAt: now,
      receivedAt: now,
    });
  };

  it('is unchanged after the migrations', expectVerified);

  it('has addresses that know their conversation', async () => {
    const [row] = await db().query<{ linked: number; joined: number }>(
      `select count(a.conversation_id)::int as linked, count(c.id)::int as joined from addresses a
        left join conversations c on c.institution_id = a.institution_id and c.channel = a.channel and c.lookup = a.lookup
        where a.conversation_id is not distinct from c.id`,
    );
    expect(row?.linked).toBeGreaterThanOrEqual(2);
    expect(row?.linked).toBe(row?.joined);
  });

  it('has its replies in the order of the batches, before later ones', async () => {
    await say(other, '#bal 7');
    const rows = await db().query<{ number: bigint }>(
      `select c.number from outbound o
        join chain c on c.institution_id = o.institution_id and c.batch_id = o.batch_id
        where o.institution_id = $1 order by o.place`,
      [institutionId],
    );
    const numbers = rows.map(({ number }) => number);
    expect(numbers).toHaveLength(present(olderData['outbound'], 'replies').length + 1);
    expect(numbers).toEqual(numbers.toSorted((a, b) => Number(a - b)));
    const places = await db().query<{ places: number; rows: number }>(
      'select count(distinct place)::int as places, count(*)::int as rows from outbound where place > 0',
    );
    expect(places[0]?.places).toBe(places[0]?.rows);
  });

  it('still works: a waiting question gets its answer, and the books stay whole', async () => {
    expect((await say(payer, 'OK 2882')).text).toMatch(/^Moved \$60\.00, Checking 7 to Savings 0/);
    expect((await say(payer, 'OK 2882')).text).not.toMatch(/^Moved/);
    await expectVerified();
  });

  it('gets its rows from before the record into it, and is checked row by row from then on', async () => {
    await findExisting(recorded(), createWorld({ clock }), { institutionId });
    isFound = true;
    await expectVerified();
    await rolledBack(db(), async (tx) => {
      await tx.query('update addresses set per_day = 900000000 where institution_id = $1', [
        institutionId,
      ]);
      const { problems } = await verifyIn(tx, { institutionId, parts: [messagesPart] });
      expect(problems.map(({ what }) => what)).toEqual([
        expect.stringContaining('its per_day is not what the record has'),
        expect.stringContaining('its per_day is not what the record has'),
      ]);
    });
  });

  it('names the other side of its transfers, and knows the same order again', async () => {
    const history = await say(payer, '#hist 0');
    expect(history.text).toMatch(/To Car 3 -\$20\.00/);
    expect(history.text).toMatch(/From Checking 7 \+\$50\.00/);
    const again = await say(payer, '#trans 20 0 3');
    expect(again.text).toMatch(/^You just made this transfer\. Nothing more moved yet/);
  });

  it('has its messages of no batch taken into the record once, and none that comes later', async () => {
    expect(await takeOlder()).toBe(2);
    await expectVerified();
    await putNotices('errored');
    expect(await takeOlder()).toBe(0);
    const report = await verify(db(), {
      institutionId,
      keyring: testKeyring(),
      parts: [messagesPart],
    });
    expect(report.problems).toEqual([
      expect.objectContaining({ what: 'it is of no batch in the chain' }),
    ]);
  });

  it('sends what waited, whichever way it was recorded, and nothing that was put in since', async () => {
    const { channel, sent } = createRecordingCarrier();
    const dispatcher = createDispatcher({
      db: db(),
      institutionIds: async () => [institutionId],
      channels: () => [channel],
      keyring: testKeyring(),
      world: createWorld({ clock, random: seededRandom('sending') }),
      logger: silentLogger,
      metrics: silentMetrics,
      staffMust: async () => {},
    });
    await dispatcher.drain();
    const texts = sent.map(({ text }) => text.replace(/ \w{6}$/, ''));
    const waiting = present(olderData['outbound'], 'replies').map((row) => row['text']);
    expect(texts).toEqual(expect.arrayContaining([...waiting, 'A notice, queued']));
    expect(texts.filter((text) => text.startsWith('A notice'))).toHaveLength(1);
    const [kept] = await db().query(
      `select status, error_code as code from outbound where text = 'A notice, errored'`,
    );
    expect(kept).toEqual({ status: 'failed', code: 'not_vouched' });
  });
});

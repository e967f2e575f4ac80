import { expect, it } from 'vitest';
import { chainColumns, type ChainRow, hashOf } from '../../src/audit/chain-row.ts';
import { joinLeaves, leafOf } from '../../src/audit/leaf.ts';
import { rootOf } from '../../src/audit/merkle.ts';
import { present } from '../../src/kernel/assert.ts';
import { createKeyring } from '../../src/kernel/keyring.ts';
import { silentLogger } from '../../src/kernel/logger.ts';
import { silentMetrics } from '../../src/kernel/metrics.ts';
import { systemRandom } from '../../src/kernel/random.ts';
import { verify } from '../../src/ledger/verify/verify.ts';
import { recipientPlace } from '../../src/messages/conversation-keys.ts';
import { outboundContent } from '../../src/messages/leaves.ts';
import { fallBackLate } from '../../src/messages/sending/fallback.ts';
import { outboundColumns, type StoredOutbound } from '../../src/messages/verify-messages.ts';
import { listMessages } from '../../src/operations/messages/list-messages.ts';
import { checkMessage } from '../../src/operations/messages/check-message.ts';
import { messagesPart } from '../../src/service/messages-part.ts';
import { onSampledEngines } from '../support/sampled-engines.ts';
import { testKeys } from '../support/fixture/keys.ts';
import { allowed, memberRequest } from '../support/member-request.ts';
import { createRecordingCarrier } from '../support/scripted-carriers.ts';
import { sendingTests } from '../support/sending.ts';

const lie = 'Your account was closed. Call +1 555 010 0199 to get your money back.';

/** What somebody does who can write the database, but has no key. */
onSampledEngines('a message that nobody with the key queued', (db) => {
  const { service, dispatcherOn, of, codeOf } = sendingTests(db, { people: 40 });
  const place = () => service.fixture.institution.id;
  const addressOf = (person: number) =>
    present(service.fixture.members[person], 'a member').addressId;
  let ids = 0;

  /** A row like the member's last reply, with other words. */
  const forge = async (
    person: number,
    { batch = 'null', status = 'queued' }: { batch?: string; status?: string } = {},
  ) => {
    ids += 1;
    const id = `018f0000-0000-7000-8000-${String(ids).padStart(12, '0')}`;
    await db().query(
      `insert into outbound (institution_id, id, conversation_id, channel, address_id, batch_id, purpose, priority, in_reply_to,
          text, language, queued_at, received_at, expires_at, status)
        select institution_id, $3, conversation_id, channel, address_id, ${batch}, 'notice', 0, null, $4, language,
          queued_at, null, expires_at, $5 from outbound
        where institution_id = $1 and address_id = $2 order by place desc limit 1`,
      [place(), addressOf(person), id, lie, status],
    );
    return id;
  };
  /** A batch of its own for a forged row: all of it is right but the signature. */
  const forgeBatch = async (id: string, signature: Uint8Array | null) =>
    db().transaction(async (tx) => {
      const [last] = await tx.query<ChainRow>(
        `select ${chainColumns()} from chain where institution_id = $1 order by number desc limit 1`,
        [place()],
      );
      const [row] = await tx.query<StoredOutbound>(
        `update outbound o set batch_id = o.id where o.institution_id = $1 and o.id = $2 returning ${outboundColumns('o')}`,
        [place(), id],
      );
      const before = present(last, 'the chain has a row');
      const leaves = [leafOf(outboundContent(present(row, 'it was put in')))];
      const content = {
        ...before,
        number: before.number + 1n,
        batchId: id,
        booksCount: 0,
        messagesCount: 1,
        root: rootOf(leaves),
        previousHash: before.hash,
        isSigned: signature !== null,
      };
      const hash = hashOf(content);
      await tx.query(
        `insert into chain (institution_id, number, format, batch_id, books_count, messages_count, changes_count, versions,
            leaves, root, previous_hash, hash, seal, written_at)
          values ($1, $2, 2, $3, 0, 1, 0, $4, $5, $6, $7, $8, $9, $10)`,
        [
          place(),
          content.number,
          id,
          JSON.stringify(content.versions),
          joinLeaves(leaves),
          content.root,
          content.previousHash,
          hash,
          signature ?? before.signature,
          content.writtenAt,
        ],
      );
      await tx.query('update chain_heads set number = $2, hash = $3 where institution_id = $1', [
        place(),
        content.number,
        hash,
      ]);
    });
  const check = async (person: number, text: string) => {
    const { fixture, world } = service;
    const request = await memberRequest({ db: db(), fixture, world }, person);
    return allowed(await checkMessage.run(request, { text }));
  };
  const logOf = async (person: number) => {
    const { fixture, world } = service;
    const request = await memberRequest({ db: db(), fixture, world }, person);
    const page = allowed(await listMessages.run(request, { limit: 30 }));
    return page.messages.map(({ text }) => text);
  };
  const found = async () => {
    const { keyring } = service.fixture;
    const report = await verify(db(), { institutionId: place(), keyring, parts: [messagesPart] });
    return report.problems.map(({ where, what }) => `${where}: ${what}`);
  };
  /** Sends all that is due. @returns what left, and what people were told */
  const send = async () => {
    const { channel, sent } = createRecordingCarrier();
    const staffMust: string[] = [];
    await dispatcherOn(channel, { staffMust }).drain();
    return { sent, staffMust };
  };
  const stateOf = async (id: string) => {
    const [row] = await db().query<{ status: string; code: string | null }>(
      'select status, error_code as code from outbound where institution_id = $1 and id = $2',
      [place(), id],
    );
    return row;
  };

  it.each([
    { what: 'of no batch', batch: 'null', person: 0 },
    { what: 'put into a true batch', batch: 'batch_id', person: 1 },
    {
      what: 'of a batch that is not there',
      batch: `'018f0000-0000-7000-8000-00000000ffff'::uuid`,
      person: 2,
    },
  ])('$what does not leave, is found, and is called not ours', async ({ batch, person }) => {
    await service.say(person, '#bal');
    expect((await send()).sent).toHaveLength(1);
    const id = await forge(person, { batch });
    const { sent, staffMust } = await send();
    expect(sent).toEqual([]);
    expect(await stateOf(id)).toEqual({ status: 'failed', code: 'not_vouched' });
    expect(staffMust).toEqual([expect.stringContaining('tmm verify')]);
    expect((await found()).filter((one) => one.includes(id))).toHaveLength(1);
    const code = await codeOf(person);
    expect(await check(person, `${lie} ${code}`)).toEqual({ sent: false, code: 'right' });
    // Nor where it says that it left.
    await db().query(
      `update outbound set status = 'delivered' where institution_id = $1 and id = $2`,
      [place(), id],
    );
    expect(await check(person, `${lie} ${code}`)).toEqual({ sent: false, code: 'right' });
    expect(await logOf(person)).toEqual([expect.stringMatching(/^Available/), '#bal']);
    await db().query('delete from outbound where institution_id = $1 and id = $2', [place(), id]);
    expect(await found()).toEqual([]);
  });

  it.each([
    { text: `text = text || '!'`, person: 10 },
    {
      text: `address_id = (select id from addresses where address_id <> addresses.id limit 1)`,
      person: 11,
    },
    { text: `purpose = 'stop_confirmation'`, person: 12 },
    { text: 'priority = 1 - priority', person: 13 },
    { text: `in_reply_to = 'x:another'`, person: 14 },
    { text: `language = 'fr'`, person: 15 },
    { text: `queued_at = queued_at + interval '1 microsecond'`, person: 16 },
    { text: `received_at = null`, person: 17 },
    { text: `expires_at = expires_at + interval '1 year'`, person: 18 },
    { text: `batch_id = null`, person: 19 },
    { text: `inset = '\\x00'`, person: 20 },
  ])('or that was altered while it waited ($text) does not leave', async ({ text, person }) => {
    await service.say(person, '#bal');
    const before = await found();
    await db().query(
      `update outbound set ${text} where institution_id = $1 and address_id = $2 and status = 'queued'`,
      [place(), addressOf(person)],
    );
    const { sent } = await send();
    expect(sent).toEqual([]);
    expect((await found()).length).toBeGreaterThan(before.length);
    await db().query(`delete from outbound where institution_id = $1 and status = 'failed'`, [
      place(),
    ]);
  });

  it('does not leave under a batch of its own, unsigned or with another’s signature', async () => {
    await service.say(30, '#bal');
    await send();
    for (const signature of [null, new Uint8Array(33).fill(1)]) {
      const id = await forge(30);
      await forgeBatch(id, signature);
      expect((await send()).sent).toEqual([]);
      expect(await stateOf(id)).toEqual({ status: 'failed', code: 'not_vouched' });
    }
    expect((await found()).length).toBeGreaterThan(0);
  });

  it('is told from one under a key that this process lacks, which waits for another process', async () => {
    await send();
    const newer = createKeyring(
      [...testKeys(), { id: 2, key: new Uint8Array(32).fill(2) }],
      systemRandom,
      2,
    );
    await service.say(33, '#bal');
    const forged = await forge(33, { batch: 'batch_id' });
    const [mine] = await of(33);
    const id = present(mine, 'the reply').id;
    await db().query(
      `update outbound set conversation_id = (select conversation_id from addresses where institution_id = $1 and id = $3)
        where institution_id = $1 and id = $2`,
      [place(), forged, addressOf(34)],
    );
    const [row] = await db().query<{ number: bigint; hash: Uint8Array }>(
      'select number, hash from chain where institution_id = $1 order by number desc limit 1',
      [place()],
    );
    const { number, hash } = present(row, 'the chain has a row');
    await db().query('update chain set seal = $3 where institution_id = $1 and number = $2', [
      place(),
      number,
      newer.sign('record', hash),
    ]);
    const { channel, sent } = createRecordingCarrier();
    const staffMust: string[] = [];
    const warnings: string[] = [];
    const logger = {
      ...silentLogger,
      warn: (_: unknown, text: string) => void warnings.push(text),
    };
    await dispatcherOn(channel, { staffMust, logger }).drain();
    expect(sent).toEqual([]);
    expect(await stateOf(id)).toEqual({ status: 'queued', code: null });
    expect(warnings).toEqual([expect.stringContaining('TMM_MASTER_KEYS')]);
    // What the batch doesn't have is forged, no matter which key signed it.
    expect(await stateOf(forged)).toEqual({ status: 'failed', code: 'not_vouched' });
    expect(staffMust).toHaveLength(1);
    service.clock.advance({ seconds: 6 });
    await dispatcherOn(channel, { staffMust, logger, keyring: newer }).drain();
    expect(sent).toHaveLength(1);
    expect(warnings).toHaveLength(1);
    expect(staffMust).toHaveLength(1);
    // Its member, asking a process without the key, gets no “ours” that nobody checked.
    const code = await codeOf(33);
    expect(await check(33, `${present(mine, 'the reply').text} ${code}`)).toMatchObject({
      sent: false,
    });
  });

  it('is told from one to an address under a key that this process lacks, which waits too', async () => {
    await send();
    const newer = createKeyring(
      [...testKeys(), { id: 2, key: new Uint8Array(32).fill(2) }],
      systemRandom,
      2,
    );
    await service.say(35, '#bal');
    const [mine] = await of(35);
    const { id } = present(mine, 'the reply');
    const [row] = await db().query<{ conversationId: string }>(
      'select conversation_id as "conversationId" from outbound where institution_id = $1 and id = $2',
      [place(), id],
    );
    const { conversationId } = present(row, 'it is there');
    const { address } = present(service.fixture.members[35], 'a member');
    await db().query(
      'update conversations set recipient = $3 where institution_id = $1 and id = $2',
      [
        place(),
        conversationId,
        newer.encrypt('address', recipientPlace(place(), conversationId), address),
      ],
    );
    const { channel, sent } = createRecordingCarrier();
    const staffMust: string[] = [];
    const warnings: string[] = [];
    const logger = {
      ...silentLogger,
      warn: (_: unknown, text: string) => void warnings.push(text),
    };
    await dispatcherOn(channel, { staffMust, logger }).drain();
    expect(sent).toEqual([]);
    expect(await stateOf(id)).toEqual({ status: 'queued', code: null });
    expect(warnings).toEqual([expect.stringContaining('TMM_MASTER_KEYS')]);
    service.clock.advance({ seconds: 6 });
    await dispatcherOn(channel, { staffMust, logger, keyring: newer }).drain();
    expect(sent).toHaveLength(1);
    expect(staffMust).toEqual([]);
    // A value that no key opens was moved or changed: it is given up.
    await service.say(36, '#bal');
    const [other] = await of(36);
    await db().query(
      `update conversations set recipient = (select recipient from conversations where institution_id = $1 and id = $3)
        where institution_id = $1 and id = (select conversation_id from outbound where institution_id = $1 and id = $2)`,
      [place(), present(other, 'the reply').id, conversationId],
    );
    await dispatcherOn(channel, { staffMust, logger, keyring: newer }).drain();
    expect(await stateOf(present(other, 'the reply').id)).toEqual({
      status: 'failed',
      code: 'undecryptable',
    });
  });

  it('does not leave where it says that its outcome is unknown', async () => {
    await service.say(31, '#bal');
    await send();
    const id = await forge(31, { status: 'unknown' });
    for (let look = 0; look < 6; look += 1) {
      expect((await send()).sent).toEqual([]);
      service.clock.advance({ minutes: 2 });
    }
    expect(await stateOf(id)).toMatchObject({ status: expect.stringMatching(/failed|unknown/) });
  });

  it('is told on no other channel', async () => {
    await send();
    await service.say(32, '#bal');
    const id = await forge(32);
    const { fixture, world } = service;
    await db().query(
      `update outbound set expires_at = queued_at + interval '3 days' where institution_id = $1 and id = $2`,
      [place(), id],
    );
    service.clock.advance({ minutes: 6 });
    const moved = await fallBackLate(
      { db: db(), world, keyring: fixture.keyring, metrics: silentMetrics },
      { institutionId: place(), from: 'x', to: ['sms', 'app', 'x'], told: (text) => text },
    );
    // The reply that was queued by us moves.
    expect(moved).toBe(1);
    expect(await stateOf(id)).toEqual({ status: 'queued', code: null });
    const texts = (await of(32)).map(({ text }) => text);
    expect(texts.filter((text) => text === lie)).toHaveLength(1);
  });
});

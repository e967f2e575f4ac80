import { beforeEach, expect, it } from 'vitest';
import { onSampledEngines } from '../../test/support/sampled-engines.ts';
import { memberRequest } from '../../test/support/member-request.ts';
import { startService, type Service } from '../../test/support/service.ts';
import { createConversation } from '../conversation/conversation.ts';
import type { Database, Transaction } from '../database/database.ts';
import { present } from '../kernel/assert.ts';
import { silentLogger } from '../kernel/logger.ts';
import { silentMetrics } from '../kernel/metrics.ts';
import { ledgerCore } from '../core/local/ledger-core.ts';
import { beginEnrollment } from './begin.ts';
import { readEnrollment } from './read-enrollment.ts';

onSampledEngines('words by direct message', (db) => {
  let service: Service;
  let statements: string[];
  beforeEach(async () => {
    service = await startService(db(), { people: 4 });
    statements = [];
  });

  /** The same database, which records the named statements. */
  const counted = (): Database => ({
    ...db(),
    transaction: async (work) =>
      db().transaction(async (tx) => {
        const queries: Transaction = {
          scope: tx.scope,
          query: async (statement, parameters) => {
            statements.push(typeof statement === 'string' ? 'plain' : statement.name);
            return tx.query(statement, parameters);
          },
        };
        return work(queries);
      }),
  });
  const begin = async (person: number, address: string) => {
    const request = await memberRequest(
      { db: db(), fixture: service.fixture, world: service.world },
      person,
    );
    const begun = await db().transaction(async (tx) =>
      beginEnrollment(tx, request, {
        institutionId: request.institution.id,
        memberId: request.member.id,
        sessionId: request.session.id,
        channel: 'x',
        address,
        handle: `h${address}`,
        rights: { mayMoveMoney: true, perTransfer: 1_000n, perDay: 2_000n },
      }),
    );
    if ('refused' in begun) throw new Error(`refused: ${begun.refused}`);
    const { id, word } = begun;
    return {
      word,
      look: async () =>
        present(
          await readEnrollment(
            db(),
            { keyring: request.keyring, now: service.clock.now() },
            {
              institutionId: request.institution.id,
              memberId: request.member.id,
              sessionId: request.session.id,
              id,
            },
          ),
          'it is this session’s',
        ),
    };
  };
  const receive = async (texts: readonly { address: string; text: string }[]) => {
    const conversation = createConversation({
      db: counted(),
      core: ledgerCore,
      keyring: service.fixture.keyring,
      world: service.world,
      logger: silentLogger,
      metrics: silentMetrics,
      institution: async () => service.fixture.institution,
      delivery: async () => {},
      queued: () => {},
    });
    await conversation.receive(
      texts.map(({ address, text }) => ({
        institutionId: service.fixture.institution.id,
        channel: 'x',
        externalId: `${address} ${text}`,
        address,
        text,
        sentAt: service.clock.now(),
      })),
    );
  };

  it('match for a whole batch at once: right, wrong, from another account, and not at all', async () => {
    const right = await begin(0, '71');
    const alsoRight = await begin(1, '72');
    const wrong = await begin(2, '73');
    const stolen = await begin(3, '74');
    await receive([
      { address: '71', text: right.word },
      { address: '72', text: alsoRight.word.toLowerCase() },
      { address: '73', text: 'ACDEFG34' },
      { address: '75', text: stolen.word },
      { address: present(service.fixture.members[0], 'person 0').address, text: '#bal' },
      { address: '76', text: 'ACDEFG34' },
    ]);
    expect(statements.filter((name) => name === 'enrollments_match')).toHaveLength(1);
    expect((await right.look()).state).toBe('completed');
    expect((await alsoRight.look()).state).toBe('completed');
    expect(await wrong.look()).toMatchObject({ state: 'pending', triesLeft: 4 });
    expect((await stolen.look()).state).toBe('wrong_sender');
    const rows = await db().query<{ purpose: string; language: string }>(
      "select purpose from outbound where institution_id = $1 and channel = 'x' and purpose <> 'notice' order by purpose",
      [service.fixture.institution.id],
    );
    expect(rows.map(({ purpose }) => purpose)).toEqual([
      'reply',
      'stranger',
      'stranger',
      'stranger',
      'welcome',
      'welcome',
    ]);
    const limits = await db().query<{ perTransfer: bigint; perDay: bigint; may: boolean }>(
      `select per_transfer as "perTransfer", per_day as "perDay", may_move_money as may from addresses
        where institution_id = $1 and handle in ('h71', 'h72')`,
      [service.fixture.institution.id],
    );
    expect(limits).toEqual([
      { perTransfer: 1_000n, perDay: 2_000n, may: true },
      { perTransfer: 1_000n, perDay: 2_000n, may: true },
    ]);
    const stored = await db().query<{ text: string }>(
      'select text from inbound where institution_id = $1',
      [service.fixture.institution.id],
    );
    expect(JSON.stringify(stored)).not.toContain(right.word);
    expect(JSON.stringify(stored)).not.toContain(stolen.word);
  });

  it('cost no statement if no text of the batch has their shape', async () => {
    await begin(0, '71');
    await receive([
      { address: '71', text: 'hello' },
      { address: present(service.fixture.members[1], 'person 1').address, text: '#trans 5 7 0' },
    ]);
    expect(statements.length).toBeGreaterThan(0);
    expect(statements).not.toContain('enrollments_match');
  });

  it('in public posts are no proof', async () => {
    const { word, look } = await begin(0, '71');
    await service.say(0, word, { address: '71', public: true });
    expect((await look()).state).toBe('pending');
  });

  it('of two members for one account: the first is bound, the other learns that it serves another', async () => {
    const first = await begin(0, '71');
    const second = await begin(1, '71');
    await receive([{ address: '71', text: first.word }]);
    await receive([{ address: '71', text: second.word }]);
    expect((await first.look()).state).toBe('completed');
    expect((await second.look()).state).toBe('bound_elsewhere');
  });
});

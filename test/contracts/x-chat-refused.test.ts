import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChatPhone } from '../../dev/simulators/handset/chat/phone.ts';
import { saveBotToken } from '../../src/channels/x/chat/bot-token.ts';
import { answers, type ChatBank, openChatBank } from '../support/chat-bank.ts';
import { onSampledEngines } from '../support/sampled-engines.ts';
import { bankUserId } from '../support/fixture.ts';

/** A bank, and what its rows and tasks say. */
function looking(db: () => Parameters<typeof openChatBank>[0], bank: () => ChatBank) {
  return {
    lastRow: async ({ userId }: ChatPhone) => {
      const [row] = await db().query<{ status: string; code: string | null; attempts: number }>(
        'select status, error_code as code, attempts from outbound where institution_id = $1 and address_id = $2 order by place desc limit 1',
        [
          bank().fixture.institution.id,
          bank().fixture.members.find(({ address }) => address === userId)?.addressId,
        ],
      );
      return row;
    },
    tasks: async () => {
      const rows = await db().query<{ subject: string }>(
        'select subject from tasks where institution_id = $1',
        [bank().fixture.institution.id],
      );
      return rows.map(({ subject }) => subject).join('\n');
    },
    later: async (minutes: number) => {
      bank().clock.advance({ minutes });
      await bank().settle();
    },
  };
}

onSampledEngines('A refused token of the X Chat bot', (db) => {
  let bank: ChatBank;
  beforeAll(async () => {
    bank = await openChatBank(db(), {
      people: 8,
      settings: {
        x: { userId: bankUserId, handle: 'myvcu', bot: { userId: bankUserId, handle: 'myvcu' } },
      },
    });
    await give(bank.simulator.giveToken(bankUserId).accessToken);
  });
  afterAll(async () => bank[Symbol.asyncDispose]());
  const { lastRow, tasks, later } = looking(db, () => bank);
  const give = async (token: string | undefined) =>
    saveBotToken(
      { db: db(), keyring: bank.fixture.keyring },
      { institutionId: bank.fixture.institution.id, token, at: bank.clock.now() },
    );

  it.each([
    ['that X refuses', 0, 'revoked'],
    ['that was deleted', 1, undefined],
  ] as const)('%s keeps answers in the queue, and calls staff', async (_what, person, token) => {
    const phone = await bank.phoneOf(person);
    expect(await bank.ask(phone, '#bal')).toHaveLength(1);
    await give(token);
    await phone.say('#bal');
    // By webhook, as reading needs the token too.
    await bank.service.dispatcher.drain();
    expect(await lastRow(phone)).toMatchObject({ status: 'queued' });
    expect(await tasks()).toMatch(/refuses the token of our X Chat bot/);
    // Direct messages go on.
    await bank.say(2 + person, '#bal');
    expect(bank.inbox(2 + person)).toHaveLength(1);
    await give(bank.simulator.giveToken(bankUserId).accessToken);
    await later(2);
    expect(answers(await phone.read())).toHaveLength(2);
  });

  it('leaves an answer to a direct message behind it for some minutes only', async () => {
    const phone = await bank.phoneOf(4);
    await bank.ask(phone, '#bal');
    await give('revoked');
    await phone.say('#bal');
    await bank.service.dispatcher.drain();
    await bank.say(4, '#bal');
    expect(bank.inbox(4)).toEqual([]);
    for (let round = 0; round < 6; round += 1) await wait(2);
    await wait(1);
    expect(bank.inbox(4)).toHaveLength(2);
    await give(bank.simulator.giveToken(bankUserId).accessToken);
    expect(await bank.ask(phone, '#bal')).toHaveLength(1);
  });

  it('keeps what is not encrypted yet too, and sends it after', async () => {
    const phone = await bank.phoneOf(5);
    expect(await bank.ask(phone, '#bal')).toHaveLength(1);
    // The key of the conversation must be asked for.
    await phone.say('#bal');
    await bank.service.dispatcher.drain();
    await db().query('delete from x_chat_keys where institution_id = $1', [
      bank.fixture.institution.id,
    ]);
    const [row] = await db().query<{ id: string }>(
      `update outbound set status = 'queued', payload = null, not_before = null
        where institution_id = $1 and address_id = $2 and place = (
          select max(place) from outbound where institution_id = $1 and address_id = $2) returning id`,
      [bank.fixture.institution.id, bank.fixture.members[5]?.addressId],
    );
    expect(row).toBeDefined();
    await give('revoked');
    for (let round = 0; round < 4; round += 1) await wait(2);
    expect(await lastRow(phone)).toMatchObject({ status: 'queued' });
    await give(bank.simulator.giveToken(bankUserId).accessToken);
    await wait(2);
    expect(await lastRow(phone)).toMatchObject({ status: 'wired' });
  });

  /** Polling fails without a token; sending is what is looked at. */
  async function wait(minutes: number): Promise<void> {
    bank.clock.advance({ minutes });
    await bank.service.poll().catch(() => undefined);
    await bank.service.dispatcher.drain();
  }
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChatPhone } from '../../dev/simulators/handset/chat/phone.ts';
import { saveBotToken } from '../../src/channels/x/chat/bot-token.ts';
import { answers, type ChatBank, openChatBank } from '../support/chat-bank.ts';
import { onBothEngines } from '../support/engines.ts';
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

onBothEngines('A refused token of the X Chat bot', (db) => {
  let bank: ChatBank;
  beforeAll(async () => {
    bank = await openChatBank(db(), {
      people: 4,
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
});

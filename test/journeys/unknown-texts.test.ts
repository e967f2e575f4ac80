import { beforeAll, expect, it } from 'vitest';
import { present } from '../../src/kernel/assert.ts';
import { noteTexts, pruneTexts } from '../../src/messages/texts-not-understood.ts';
import { addWord } from '../../src/operations/staff/own-words.ts';
import { listUnknownTexts } from '../../src/operations/staff/unknown-texts.ts';
import { perform } from '../../src/operations/perform.ts';
import { onGuardedEngines } from '../support/sampled-engines.ts';
import { startService, type Service } from '../support/service.ts';
import { staffRequest } from '../support/staff-request.ts';

/** What members wrote that nothing read, for staff. */
onGuardedEngines('texts that are not understood', (db) => {
  let service: Service;
  beforeAll(async () => {
    service = await startService(db(), { people: 4 });
  });
  const place = () => ({ db: db(), fixture: service.fixture, world: service.world });
  const institutionId = () => service.fixture.institution.id;
  const list = async (input: { days?: number; limit?: number } = {}) =>
    present((await perform(staffRequest(place()), listUnknownTexts, input)).done, 'it is allowed');
  const texts = async (input = {}) =>
    (await list(input)).texts.map(({ text, times, what }) => `${times} ${what} ${text}`);

  it('are none at first', async () => {
    expect(await list()).toEqual({ texts: [], more: false });
  });

  it('are listed by frequency, digits masked, in three languages', async () => {
    for (const text of ['zorble 55 plim', 'Zorble 12 plim', 'zorble 99 PLIM'])
      await service.say(0, text);
    await service.say(1, 'brumoso tesoro 7');
    await service.say(1, 'chaloupe verte 2026');
    await service.say(2, 'chaloupe verte 1999');
    expect(await texts()).toEqual([
      '3 unknown zorble ## plim',
      '2 unknown chaloupe verte ####',
      '1 unknown brumoso tesoro #',
    ]);
    expect(await list({ limit: 1 })).toMatchObject({ texts: [{ times: 3 }], more: true });
    const columns = await db().query(
      `select column_name as name from information_schema.columns where table_name = 'texts_not_understood' order by 1`,
    );
    // Nothing says who wrote it.
    expect(columns.map(({ name }) => name)).toEqual([
      'day',
      'institution_id',
      'language',
      'nearest',
      'text',
      'times',
      'what',
    ]);
  });

  it('leave out what has an answer, what is secret, strangers, public posts and texts after STOP', async () => {
    const before = await texts();
    for (const text of [
      '#bal',
      'hello',
      'i lost my card',
      'i want to kill myself',
      'my pin is 4417',
      'my ssn is 123-45-6789 zorble',
      'transfer 10 to daniel',
      'move all from 7 to 0',
      '?',
      '12345678',
      '123',
    ])
      await service.say(2, text);
    await service.say(0, 'zorble stranger', { address: '999999' });
    await service.say(2, 'zorble public', { public: true });
    await service.say(3, 'STOP');
    await service.say(3, 'zorble stopped');
    expect(await texts()).toEqual(before);
  });

  it('keep no link, address or handle', async () => {
    await service.say(1, 'glimpy https://evil.example/a?b=1 joe@example.com @joe_1');
    expect(await texts()).toContain('1 unknown glimpy [link] [mail] @…');
  });

  it('keep the nearest guess, the newest one', async () => {
    const day = Temporal.PlainDate.from('2026-11-23');
    const noted = { what: 'unknown', text: 'how is my dough', language: 'en' } as const;
    await db().transaction(async (tx) => {
      await noteTexts(tx, { institutionId: institutionId(), day }, [noted]);
      await noteTexts(tx, { institutionId: institutionId(), day }, [
        { ...noted, nearest: 'balance' },
        { ...noted, nearest: 'balance' },
      ]);
    });
    expect((await list()).texts.find(({ text }) => text === noted.text)).toEqual({
      text: 'how is my dough',
      what: 'unknown',
      times: 3,
      lastOn: '2026-11-23',
      language: 'en',
      nearest: 'balance',
    });
  });

  it('take in the text that a guess answered, if HELP follows soon', async () => {
    const guessed = async (text: string, by: string) => {
      await service.say(2, text);
      // The guesser marks what it read.
      await db().query(
        `update inbound set reading = reading || jsonb_build_object('by', $2::text)
          where institution_id = $1 and text = $3`,
        [institutionId(), by, text],
      );
    };
    await guessed('show my last 5 transactions', 'guess');
    service.clock.advance({ seconds: 30 });
    expect((await service.say(2, 'HELP')).outcome).toBe('help');
    // The text before this HELP is the other HELP.
    await service.say(2, 'ayuda');
    await guessed('show my last 4 deposits', 'guess');
    service.clock.advance({ minutes: 11 });
    await service.say(2, 'aide');
    await guessed('show my last 3 withdrawals', 'rule');
    await service.say(2, 'HELP');
    await guessed('show my last 2 checks', 'guess');
    await service.say(2, '#bal 7');
    await service.say(2, 'help transfer');
    const found = (await list()).texts.filter(({ what }) => what === 'not_meant');
    expect(found).toEqual([
      {
        text: 'show my last # transactions',
        what: 'not_meant',
        times: 1,
        lastOn: '2026-11-23',
        language: null,
        nearest: 'history',
      },
    ]);
  });

  it('of other institutions stay theirs, and old ones are deleted', async () => {
    const other = institutionId() + 1_000;
    const old = Temporal.PlainDate.from('2026-08-01');
    const note = async (id: number, day: Temporal.PlainDate) =>
      db().transaction(async (tx) =>
        noteTexts(tx, { institutionId: id, day }, [{ what: 'unknown', text: 'ancient zorble' }]),
      );
    await note(other, old);
    await note(institutionId(), old);
    expect(await texts()).not.toContain('1 unknown ancient zorble');
    expect(await texts({ days: 400 })).toContain('1 unknown ancient zorble');
    const prune = async (institution: number, before: Temporal.PlainDate) =>
      pruneTexts(db(), [{ institutionId: institution, before }]);
    expect(await prune(institutionId(), old.add({ days: 1 }))).toBe(1);
    expect(await texts({ days: 400 })).not.toContain('1 unknown ancient zorble');
    expect(await prune(other, old)).toBe(0);
    expect(await prune(other, old.add({ days: 1 }))).toBe(1);
    expect(await pruneTexts(db(), [])).toBe(0);
  });

  it('are read once a person adds the word, and not before', async () => {
    expect((await service.say(0, 'lana')).outcome).toBe('unknown');
    const add = async (command: string, word: string) =>
      perform(staffRequest(place()), addWord, { command, word });
    expect((await add('bal', 'Lana')).done).toEqual({ command: 'balance', word: 'lana' });
    expect((await service.say(0, 'lana')).outcome).toBe('balances');
    expect((await add('#saldo', 'feria')).done).toEqual({ command: 'balance', word: 'feria' });
    expect((await service.say(0, '#feria 7')).outcome).toBe('balance');
    expect((await service.say(0, 'lana 7')).outcome).toBe('balance');
    for (const [command, word, code] of [
      ['nonsense', 'dough', 'command_unknown'],
      ['balance', 'two words', 'word_unusable'],
      ['balance', '', 'word_unusable'],
      ['balance', '42', 'word_unusable'],
      ['balance', 'stop', 'word_unusable'],
      ['balance', 'help', 'word_unusable'],
      ['balance', 'history', 'word_unusable'],
      ['balance', 'lana', 'word_unusable'],
      ['balance', 'savings', 'word_unusable'],
    ] as const)
      expect([word, (await add(command, word)).refused?.code]).toEqual([word, code]);
    const acts = await db().query<{ what: string }>(
      `select what from acts where institution_id = $1 and what = 'settings_changed'`,
      [institutionId()],
    );
    expect(acts).toHaveLength(2);
  });

  it('are for staff who may see settings, and words for who may change them', async () => {
    const teller = staffRequest(place(), { roles: ['teller'] });
    expect((await perform(teller, listUnknownTexts, {})).refused?.code).toBe('role_missing');
    expect(
      (await perform(teller, addWord, { command: 'balance', word: 'dough' })).refused?.code,
    ).toBe('role_missing');
    const silent = staffRequest(place(), { why: null });
    expect(
      (await perform(silent, addWord, { command: 'balance', word: 'dough' })).refused?.code,
    ).toBe('why_missing');
  });
});

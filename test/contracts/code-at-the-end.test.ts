import { languages } from '../../src/kernel/vocabulary/language.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openCodes } from '../../src/members/codes.ts';
import { openTestDatabase } from '../support/engines.ts';
import { openXBank, type XBank } from '../support/x-bank.ts';

/**
 * Every message ends in the code and contains no other: each command, and each refusal for members,
 * in every language.
 */
let bank: XBank;
let close: () => Promise<void>;

beforeAll(async () => {
  const db = await openTestDatabase();
  bank = await openXBank(db, {
    people: 30,
    settings: { limits: { perTransfer: '60000', perDay: '70000', confirmAbove: '50000' } },
  });
  close = async () => {
    await bank[Symbol.asyncDispose]();
    await db[Symbol.asyncDispose]();
  };
});
afterAll(async () => close());

const commands = [
  '#bal',
  '#bal 7',
  '#bal 9',
  '#hist 7',
  '#hist',
  '#dep 7',
  '#wd 7',
  '#checks',
  '#check 1042',
  '#holds',
  'details 7',
  'accounts',
  'limits',
  'more',
  '#trans 5 7 0',
  '#trans 5 7 0',
  'NO',
  '#trans 550 7 0',
  'YES',
  'OK 0000',
  'OK',
  '#trans 20 7',
  '2',
  '#trans 50.505 7 0',
  '#trans -5 7 0',
  '#trans 5 7 7',
  '#trans 99999999999999999 7 0',
  '#trans 5 7 9',
  '#trans 601 7 0',
  '#trans 590 0 7',
  '#pay @bob 20',
  'code',
  'contact',
  'unlock',
  'agent',
  'dispute',
  'help',
  'help all',
  'help transfer',
  'help bal',
  'what is the meaning of life',
  '12',
  '7',
  'START',
  '🎉',
  '123456789012',
  'my pin is 1234',
  'STOP',
  'START',
  '#trans 1 7 0',
  '#lock',
  '#lock',
  '#bal',
];

it.each(languages)('in %s', async (language) => {
  const person = languages.indexOf(language);
  const member = bank.fixture.members[person];
  const { institution, keyring } = bank.fixture;
  await bank.service.db.query(
    'update members set language = $3 where institution_id = $1 and id = $2',
    [institution.id, member?.id, language],
  );
  const code =
    (await openCodes(bank.service.db, keyring, institution.id, [member?.addressId ?? ''])).get(
      member?.addressId ?? '',
    )?.code ?? 'none';
  for (const command of commands) {
    const before = bank.inbox(person).length;
    await bank.say(person, command);
    const answers = bank.inbox(person).slice(before);
    expect(answers, command).toHaveLength(1);
    const [text = ''] = answers;
    expect(text.endsWith(` ${code}`), `${command}: ${text}`).toBe(true);
    const words = text.slice(0, -7);
    expect(words, command).not.toContain(code);
    expect(words, command).not.toContain(member?.number);
    expect(words, command).not.toMatch(/\d{6}/);
    expect(words, command).not.toMatch(/undefined|null|NaN|\{|\}/);
    expect(words.split('\n'), command).toHaveLength(1);
  }
});

it.each(['disclosures', 'read only', 'paused', 'money locked'] as const)(
  'when refused: %s',
  async (why) => {
    const person = 10 + ['disclosures', 'read only', 'paused', 'money locked'].indexOf(why);
    const member = bank.fixture.members[person];
    const { db } = bank.service;
    const at = [
      bank.fixture.institution.id,
      why === 'disclosures' ? member?.id : member?.addressId,
    ];
    if (why === 'disclosures')
      await db.query(
        'update members set disclosed_at = null where institution_id = $1 and id = $2',
        at,
      );
    if (why === 'read only')
      await db.query(
        'update addresses set may_move_money = false where institution_id = $1 and id = $2',
        at,
      );
    if (why === 'paused')
      await db.query(
        "update addresses set state = 'paused' where institution_id = $1 and id = $2",
        at,
      );
    if (why === 'money locked')
      await db.query(
        'update addresses set money_locked_at = now() where institution_id = $1 and id = $2',
        at,
      );
    await bank.say(person, '#trans 5 7 0');
    const code =
      (
        await openCodes(db, bank.fixture.keyring, bank.fixture.institution.id, [
          member?.addressId ?? '',
        ])
      ).get(member?.addressId ?? '')?.code ?? 'none';
    const [text = ''] = bank.inbox(person);
    expect(text.endsWith(` ${code}`)).toBe(true);
    const moved = await db.query(
      "select 1 from inbound where member_id = $1 and outcome = 'transferred'",
      [member?.id],
    );
    expect(moved).toEqual([]);
  },
);

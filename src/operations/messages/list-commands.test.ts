import { languages } from '../../kernel/vocabulary/language.ts';
import { expect, it } from 'vitest';
import { read } from '../../languages/reading.ts';
import { listedCommands } from '../../commands/index.ts';
import { commandList, writtenCommand } from './list-commands.ts';

const suffixes = { from: '7', to: '0' };

it.each(languages)('every example and word in %s has the reading that it shows', (language) => {
  const commands = commandList({ language, words: {}, suffixes });
  expect(commands.map(({ intent }) => intent)).toEqual([...listedCommands]);
  for (const { intent, words, examples } of commands) {
    expect(words.length).toBeGreaterThan(0);
    for (const example of examples) {
      const context = { language, shares: [{ suffix: '7' }, { suffix: '0' }] };
      expect([example, read(example, context).reading.intent]).toEqual([example, intent]);
    }
  }
});

it('has the institution’s own words, and lacks those it removed', () => {
  const commands = commandList({
    language: 'en',
    words: { add: { balance: ['kontostand'] }, remove: ['bal'] },
    suffixes,
  });
  const balance = commands.find(({ intent }) => intent === 'balance');
  expect(balance?.words).toContain('kontostand');
  expect(balance?.words).not.toContain('bal');
  expect(balance?.examples).toEqual(['#kontostand', '#kontostand 7']);
});

it.each([
  ['en', '#bal'],
  ['es', '#saldo'],
  ['fr', '#solde'],
] as const)('writes a command in %s as %s', (language, written) => {
  const institution = { settings: { words: {} } };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- all that is read of it
  expect(writtenCommand('balance', { institution, language } as never)).toBe(written);
});

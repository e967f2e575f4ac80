import { expect, it } from 'vitest';
import { read } from '../../../language/read.ts';
import type { Act } from '../../act.ts';
import { listedCommands } from './command-texts.ts';
import { listCommands } from './list-commands.ts';

const list = async (language: 'en' | 'fr' | 'es', words: object = {}) => {
  // A stranger's list needs the language and the institution's words, and nothing else.
  const act = { language, institution: { settings: { words } } } as unknown as Act;
  const result = await listCommands.run(act, {});
  if ('refused' in result) throw new Error('the list is never refused');
  return result.commands;
};

it.each(['en', 'fr', 'es'] as const)(
  'every example and word in %s is read as what it shows',
  async (language) => {
    const commands = await list(language);
    expect(commands.map(({ intent }) => intent)).toEqual([...listedCommands]);
    for (const { intent, words, examples } of commands) {
      expect(words.length).toBeGreaterThan(0);
      for (const example of examples) {
        const context = { language, shares: [{ suffix: '7' }, { suffix: '0' }] };
        expect([example, read(example, context).reading.intent]).toEqual([example, intent]);
      }
    }
  },
);

it('has the institution’s own words, and lacks those it took out', async () => {
  const commands = await list('en', { add: { balance: ['kontostand'] }, remove: ['bal'] });
  const balance = commands.find(({ intent }) => intent === 'balance');
  expect(balance?.words).toContain('kontostand');
  expect(balance?.words).not.toContain('bal');
  expect(balance?.examples).toEqual(['#kontostand', '#kontostand 7']);
});

import { z } from 'zod';
import { bare, commandOf, wordProblem } from '../../languages/own-word.ts';
import { changeSettings, loadInstitution } from '../../members/institution.ts';
import { present } from '../../kernel/assert.ts';
import { actorOf } from '../audit-log.ts';
import type { Queries } from '../../database/database.ts';
import type { StaffContext } from '../request-context.ts';
import { operation } from '../operation.ts';
import { isRefused, refuse } from '../refusals.ts';

/** Adds one word to a command: nothing is learned by itself, so a person decides what a text meant. */
export const addWord = operation({
  id: 'addWord',
  summary: 'Adds a word that starts a command',
  access: 'staff',
  permission: 'change_settings',
  input: z.strictObject({
    command: z.string().describe('Its name, or any word that starts it.'),
    word: z.string(),
  }),
  output: z.object({ command: z.string(), word: z.string() }),
  refusals: ['command_unknown', 'word_unusable', 'institution_invalid'],
  difference: async (request, given) => {
    const planned = await planOf(request.db, request, given);
    if (isRefused(planned)) return planned;
    const { command, word, added } = planned;
    return {
      subject: 'settings',
      lines: [
        {
          what: `words that start ${command}`,
          before: added.join(', ') || 'none of your own',
          after: [...added, word].join(', '),
        },
      ],
    };
  },
  run: async (request, given) =>
    request.db.transaction(async (tx) => {
      const place = { institutionId: request.institution.id, actor: actorOf(request) };
      const planned = await planOf(tx, request, given);
      if (isRefused(planned)) return planned;
      const { command, word, added } = planned;
      await changeSettings(tx, request.world, {
        ...place,
        changes: { words: { add: { [command]: [...added, word] } } },
      });
      return { command, word };
    }),
});

/** The settings as they stand now: another word may have been added since the request began. */
async function planOf(
  q: Queries,
  { institution }: StaffContext,
  given: { readonly command: string; readonly word: string },
) {
  const { settings } = present(
    await loadInstitution(q, institution.id),
    'the request has its institution',
  );
  const { words } = settings;
  const command = commandOf(given.command, words);
  if (command === undefined || command === 'affirm')
    return refuse('command_unknown', { field: 'command', facts: { command: given.command } });
  const reason = wordProblem(given.word, command, words);
  if (reason !== undefined) return refuse('word_unusable', { field: 'word', facts: { reason } });
  return { command, word: bare(given.word), added: words.add?.[command] ?? [] };
}

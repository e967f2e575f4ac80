import { z } from 'zod';
import { bare, commandOf, wordProblem } from '../../languages/own-word.ts';
import { changeSettings, loadInstitution } from '../../members/institution.ts';
import { present } from '../../kernel/assert.ts';
import { actorOf } from '../audit-log.ts';
import { operation } from '../operation.ts';
import { refuse } from '../refusals.ts';

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
  run: async (request, given) =>
    request.db.transaction(async (tx) => {
      const place = { institutionId: request.institution.id, actor: actorOf(request) };
      // As it stands now: another word may have been added since the request began.
      const { settings } = present(
        await loadInstitution(tx, place.institutionId),
        'the request has its institution',
      );
      const { words } = settings;
      const command = commandOf(given.command, words);
      if (command === undefined || command === 'affirm')
        return refuse('command_unknown', { field: 'command', facts: { command: given.command } });
      const reason = wordProblem(given.word, command, words);
      if (reason !== undefined)
        return refuse('word_unusable', { field: 'word', facts: { reason } });
      const word = bare(given.word);
      const added = words.add?.[command] ?? [];
      await changeSettings(tx, request.world, {
        ...place,
        changes: { words: { add: { [command]: [...added, word] } } },
      });
      return { command, word };
    }),
});

import type { Database } from '../database/database.ts';
import { addWord } from '../operations/staff/own-words.ts';
import { listUnknownTexts } from '../operations/staff/unknown-texts.ts';
import type { Actor } from '../members/audit-log.ts';
import { tokenOf, type ByToken } from './actor.ts';
import { ask } from './ask.ts';
import { chooseInstitution } from './choose-institution.ts';
import { print, printTable } from './print.ts';
import { staffRequest } from './staff-request.ts';

/** Prints the texts that were not understood, the most frequent first. */
export async function showUnknown(
  db: Database,
  values: {
    readonly institution?: string | undefined;
    readonly days?: string | undefined;
    readonly limit?: string | undefined;
    readonly 'token-file'?: string | undefined;
  },
): Promise<number> {
  const { days, limit } = values;
  const institution = await chooseInstitution(db, values.institution);
  const request = await staffRequest(db, institution, tokenOf(values));
  const { texts, more } = await ask(request, listUnknownTexts, {
    ...(days === undefined ? {} : { days: Number(days) }),
    ...(limit === undefined ? {} : { limit: Number(limit) }),
  });
  if (texts.length === 0) {
    print('Every text was understood.');
    return 0;
  }
  printTable(
    ['times', 'last on', 'language', 'nearest', '', 'text'],
    texts.map((one) => [
      String(one.times),
      one.lastOn,
      one.language ?? '',
      one.nearest ?? '',
      one.what === 'not_meant' ? 'not meant' : '',
      one.text,
    ]),
  );
  if (more) print('There are more: use --limit.');
  return 0;
}

/** Adds a word that starts a command: `word add COMMAND WORD`. */
export async function addWordTo(
  db: Database,
  slug: string | undefined,
  { rest, actor }: { readonly rest: readonly string[]; readonly actor: Actor | ByToken },
): Promise<number> {
  const [, command = '', word = ''] = rest;
  const institution = await chooseInstitution(db, slug);
  const request = await staffRequest(db, institution, actor);
  const added = await ask(request, addWord, { command, word });
  print(`‘${added.word}’ now starts ${added.command} for ${institution.slug}`);
  return 0;
}

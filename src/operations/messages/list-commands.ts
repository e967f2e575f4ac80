import { z } from 'zod';
import { commands, listedCommands } from '../../commands/index.ts';
import type { ExampleSuffixes } from '../../commands/command.ts';
import { readingCommands, type ListedCommand } from '../../kernel/vocabulary/intent.ts';
import { defaultLanguage, type Language } from '../../kernel/vocabulary/language.ts';
import { commandWords } from '../../languages/reading.ts';
import { packs } from '../../languages/index.ts';
import type { InstitutionSettings } from '../../members/institution-settings.ts';
import { loadShares } from '../../shares/load-shares.ts';
import type { RequestContext, MemberContext } from '../request-context.ts';
import { operation } from '../operation.ts';

/** Lists the commands, from the table that reading uses, with the institution's own words. */
export const listCommands = operation({
  id: 'listCommands',
  method: 'GET',
  path: '/commands',
  tag: 'Messages',
  summary: 'Lists the commands for messages; when signed in, with the member’s own suffixes',
  access: 'anyone',
  input: z.strictObject({}),
  output: z.object({
    commands: z.array(
      z.object({
        intent: z.string(),
        name: z.string(),
        what: z.string(),
        words: z.array(z.string()).describe('Any of these starts the command, with or without #.'),
        examples: z.array(z.string()),
        reads: z.boolean().describe('It changes nothing, so it may be offered at one tap.'),
      }),
    ),
  }),
  refusals: [],
  run: async (request) => {
    const suffixes = await suffixesOf(request);
    const { words } = request.institution.settings;
    return { commands: commandList({ language: request.language, words, suffixes }) };
  },
});

/**
 * Builds the list in a language, with an institution's words and these suffixes in the examples.
 * Pure.
 */
export function commandList({
  language,
  words: own,
  suffixes,
}: {
  readonly language: Language;
  readonly words: InstitutionSettings['words'];
  readonly suffixes: ExampleSuffixes;
}) {
  return listedCommands.flatMap((intent) => {
    const words = wordsOf(intent, { language, own });
    const [first] = words;
    if (first === undefined) return [];
    const { name, what } = packs[language].locale.commands[intent];
    const examples = [...commands[intent].examples(first, suffixes)];
    return [{ intent, name, what, words, examples, reads: readingCommands.has(intent) }];
  });
}

/** Writes a command as its readers would: `#bal`, `#saldo`, or with the institution's own word. */
export function writtenCommand(
  intent: ListedCommand,
  { institution, language }: Pick<RequestContext, 'institution' | 'language'>,
): string {
  const [first = intent] = wordsOf(intent, { language, own: institution.settings.words });
  return `#${first}`;
}

/** Gives the member's default share and another of theirs; for a stranger, the usual digits. */
async function suffixesOf(request: RequestContext | MemberContext): Promise<ExampleSuffixes> {
  const usual = { from: '7', to: '0' };
  if (!('member' in request)) return usual;
  const { db, institution, member } = request;
  const shares = (await loadShares(db, institution.id, [member.id])).get(member.id) ?? [];
  const seen = shares.filter(({ maySee }) => maySee);
  const from =
    seen.find((share) => share.id === member.defaultShareId && share.mayMoveFrom) ??
    seen.find(({ mayMoveFrom }) => mayMoveFrom) ??
    seen[0];
  const to = seen.find((share) => share !== from && share.mayMoveTo);
  return { from: from?.suffix ?? usual.from, to: to?.suffix ?? usual.to };
}

/**
 * Lists a language's own words first, then those of any language, or the default's if it has none.
 * The examples' word leads.
 */
function wordsOf(
  intent: ListedCommand,
  { language, own }: { language: Language; own: InstitutionSettings['words'] },
): string[] {
  const any = commandWords(intent);
  const named = commandWords(intent, language);
  const ours = language === defaultLanguage ? [...any, ...named] : [...named, ...any];
  const all = ours.length === 0 ? commandWords(intent, defaultLanguage) : ours;
  const removed = new Set(own.remove);
  const preferred = packs[language].locale.commands[intent].word;
  const first = all.filter((word) => word === preferred);
  const words = [...(own.add?.[intent] ?? []), ...first, ...all];
  return [...new Set(words)].filter((word) => !removed.has(word));
}

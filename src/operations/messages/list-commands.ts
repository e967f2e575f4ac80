import { z } from 'zod';
import type { Language } from '../../kernel/vocabulary/language.ts';
import { commandWords } from '../../reading/words.ts';
import type { InstitutionSettings } from '../../members/institution-settings.ts';
import { loadShares } from '../../shares/load-shares.ts';
import type { RequestContext, MemberContext } from '../request-context.ts';
import { operation } from '../operation.ts';
import { commandTexts, listedCommands, type ListedCommand } from './command-texts.ts';

/** The list of commands, made of the table by which texts are read, with the institution's own words. */
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

/** The list in a language, with an institution's words and these suffixes in the examples. Pure. */
export function commandList({
  language,
  words: own,
  suffixes,
}: {
  readonly language: Language;
  readonly words: InstitutionSettings['words'];
  readonly suffixes: Suffixes;
}) {
  return listedCommands.flatMap((intent) => {
    const words = wordsOf(intent, { language, own });
    const [first] = words;
    if (first === undefined) return [];
    const [name, what] = commandTexts[language][intent];
    return [{ intent, name, what, words, examples: examplesOf(intent, { first, suffixes }) }];
  });
}

interface Suffixes {
  readonly from: string;
  readonly to: string;
}

/** The member's default share and another of theirs; the usual digits for whom we don't know. */
async function suffixesOf(request: RequestContext | MemberContext): Promise<Suffixes> {
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

/** With which word of many the examples are written, where it is not the first. */
const preferred: Readonly<Record<Language, Readonly<Partial<Record<ListedCommand, string>>>>> = {
  en: {
    transfer: 'trans',
    checks: 'checks',
    holds: 'holds',
    accounts: 'accounts',
    limits: 'limits',
    dispute: 'dispute',
    help: 'help',
  },
  fr: {
    deposits: 'depots',
    withdrawals: 'retraits',
    checks: 'cheques',
    holds: 'retenues',
    contact: 'contact',
    stop: 'stop',
  },
  es: {
    deposits: 'depositos',
    withdrawals: 'retiros',
    checks: 'cheques',
    holds: 'retenciones',
    stop: 'stop',
  },
};

/** A language's own words first, then those of any, then English where it has none; the examples' word before all. */
function wordsOf(
  intent: ListedCommand,
  { language, own }: { language: Language; own: InstitutionSettings['words'] },
): string[] {
  const { any = '', ...perLanguage } = commandWords[intent];
  const named = perLanguage[language] ?? '';
  const ours = language === 'en' ? `${any} ${named}` : `${named} ${any}`;
  const all = (ours.trim() === '' ? (perLanguage.en ?? '') : ours).split(' ');
  const removed = new Set(own.remove);
  const first = all.filter((word) => word === preferred[language][intent]);
  const words = [...(own.add?.[intent] ?? []), ...first, ...all];
  return [...new Set(words)].filter((word) => word !== '' && !removed.has(word));
}

function examplesOf(
  intent: ListedCommand,
  { first, suffixes: { from, to } }: { first: string; suffixes: Suffixes },
): string[] {
  switch (intent) {
    case 'balance':
    case 'holds':
      return [`#${first}`, `#${first} ${from}`];
    case 'history':
    case 'deposits':
    case 'withdrawals':
      return [`#${first} ${from}`, `#${first} ${from} 10`];
    case 'checks':
      return [`#${first} ${from}`, `#${first} 1042`];
    case 'details':
      return [`#${first} ${from}`];
    case 'transfer':
      return [`#${first} 50 ${from} ${to}`, `#${first} 20.50 ${to} ${from}`];
    case 'confirm':
      return ['OK 4821'];
    case 'decline':
    case 'stop':
    case 'start':
      return [first.toUpperCase()];
    case 'help':
      return [first.toUpperCase(), `${first.toUpperCase()} #bal`];
    case 'more':
    case 'accounts':
    case 'limits':
    case 'contact':
      return [first];
    case 'lock':
    case 'unlock':
    case 'code':
    case 'dispute':
    case 'agent':
      return [`#${first}`];
    default:
      return intent satisfies never;
  }
}

import type { Language } from '../language.ts';
import type { Reading } from '../reading.ts';
import { freeRules, type FreeRule } from './free-rules.ts';
import type { Token } from './normalize.ts';
import { plain } from './normalize.ts';
import { readOrder } from './transfer-order.ts';
import type { ShareReader } from './share-words.ts';

export interface FreeReading {
  readonly reading: Reading;
  readonly language: Language;
  readonly confirm: boolean;
}

/** Lower case, no accents, no punctuation but apostrophes: what rules look at. */
function flatten(tidied: string): string {
  return plain(tidied)
    .replace(/[^\p{L}\p{N}' #-]/gu, ' ')
    .replace(/#(?=\d)/g, '')
    .replace(/#/g, ' ')
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Reads free wording by the rules; `undefined` where none fits surely. */
export function readFree(tidied: string, shares: ShareReader): FreeReading | undefined {
  const flat = flatten(tidied);
  if (flat.length < 4 || flat.length > 160) return undefined;
  for (const rule of freeRules) {
    const match = rule.pattern.exec(flat);
    if (!match) continue;
    const reading = fromMatch(rule, match.groups ?? {}, shares);
    if (reading) return { reading, language: rule.language, confirm: rule.intent === 'lock' };
  }
  return undefined;
}

function fromMatch(
  { intent }: FreeRule,
  groups: Readonly<Record<string, string | undefined>>,
  shares: ShareReader,
): Reading | undefined {
  const { account: name, count: counted, number } = groups;
  const account = name === undefined ? undefined : accountOf(name, shares);
  // A word after `in` that is no share of anyone's: the sentence is about something else.
  if (name !== undefined && name !== '' && account === undefined) return undefined;
  const count = counted === undefined ? undefined : Number(counted);
  const given = {
    ...(account === undefined ? {} : { account }),
    ...(count === undefined || count === 0 ? {} : { count }),
  };
  switch (intent) {
    case 'balance':
    case 'holds':
    case 'details':
      return { intent, ...(account === undefined ? {} : { account }) };
    case 'history':
    case 'deposits':
    case 'withdrawals':
      return { intent, ...given };
    case 'checks':
      return { intent, ...given, ...(number === undefined ? {} : { number }) };
    case 'help':
      return { intent };
    default:
      return { intent };
  }
}

const wholes = new Set([
  'account',
  'accounts',
  'my account',
  'my accounts',
  'bank',
  'the bank',
  'my bank',
  'bank account',
  'my bank account',
  'compte',
  'cuenta',
  'mi cuenta',
  'cuentas',
  'total',
  'there',
  'it',
]);

function accountOf(name: string, shares: ShareReader): string | undefined {
  const trimmed = name.replace(/^(?:my|the|mon|ma|le|la|l'|mi|el|compte|cuenta) ?/, '').trim();
  if (wholes.has(name) || wholes.has(trimmed) || trimmed === '') return undefined;
  const tokens = trimmed.split(' ').map((raw) => ({ raw, word: raw, isHash: false }));
  const named = shares.name(tokens);
  return named?.isSure ? named.account : undefined;
}

/** Courtesy around an order. A question about transfers (`how do i`, `can i`, `why`) is none of these. */
const opening: readonly {
  readonly pattern: RegExp;
  readonly language: Language;
  readonly isPolite: boolean;
}[] = [
  {
    pattern:
      /^(?:(?:please|pls|hi|hello|hey|ok|kindly) )*(?:(?:can|could|would|will) you (?:please |kindly )?|i (?:want|need|would like|'d like|wanna) to |i'd like to |let's |go ahead and )/,
    language: 'en',
    isPolite: true,
  },
  { pattern: /^(?:(?:please|pls|kindly) )+/, language: 'en', isPolite: false },
  {
    pattern:
      /^(?:(?:bonjour|svp|merci de|s'il vous plait) )*(?:(?:pouvez|pourriez) vous |(?:pouvez|pourriez)-vous |peux tu |peux-tu |je (?:veux|voudrais|souhaite|dois) (?:faire (?=un))?|(?:veuillez|merci de|faites|faire) )/,
    language: 'fr',
    isPolite: true,
  },
  {
    pattern:
      /^(?:(?:hola|por favor) )*(?:(?:puede|puedes|podria|podrias|pueden)(?: usted)? |(?:quiero|quisiera|necesito|deseo) (?:hacer (?=una))?|(?:haga|hacer|haz) )/,
    language: 'es',
    isPolite: true,
  },
  { pattern: /^(?:por favor )+/, language: 'es', isPolite: false },
];

const verbs: readonly { readonly pattern: RegExp; readonly language: Language }[] = [
  { pattern: /^(?:transfer|move|put|shift)$/, language: 'en' },
  {
    pattern:
      /^(?:virer|vire|virez|transferer|transferez|transfere|deplacer|deplacez|virement|mettre|mettez)$/,
    language: 'fr',
  },
  {
    pattern:
      /^(?:transferir|transfiere|transfiera|transfiere|pasar|pasa|pase|mover|mueve|mueva|transferencia)$/,
    language: 'es',
  },
];

/**
 * An order in free wording: courtesy, a verb, an amount, and shares by kind, suffix or known name, with nothing left over.
 * Politeness asks for confirmation; a mere name is someone else, and no order.
 */
export function readFreeOrder(
  tokens: readonly Token[],
  shares: ShareReader,
): FreeReading | undefined {
  const flat = tokens.map(({ word }) => word).join(' ');
  let rest = flat;
  let isPolite = false;
  for (const { pattern, isPolite: polite } of opening) {
    const next = rest.replace(pattern, '');
    if (next === rest) continue;
    isPolite ||= polite;
    rest = next;
  }
  const skipped = flat === rest ? 0 : tokens.length - rest.split(' ').length;
  let left = tokens.slice(skipped);
  if (/^une?$/.test(left[0]?.word ?? '')) left = left.slice(1);
  const [verb, ...order] = left;
  const found = verb && verbs.find(({ pattern }) => pattern.test(verb.word));
  if (!found) return undefined;
  const trimmed = withoutTail(order);
  const reading = readOrder(trimmed, { shares, language: found.language, sureNamesOnly: true });
  if (reading?.intent !== 'transfer' || (reading.from === undefined && reading.to === undefined))
    return undefined;
  return { reading, language: found.language, confirm: isPolite };
}

const tails =
  /^(?:please|pls|thanks|thank|you|now|today|right|away|svp|merci|gracias|favor|por|s'il|vous|plait|ahora|hoy|maintenant|for|me|immediately|asap)$/;

function withoutTail(tokens: readonly Token[]): readonly Token[] {
  let end = tokens.length;
  while (end > 0 && tails.test(tokens[end - 1]?.word ?? '')) end -= 1;
  return tokens.slice(0, end);
}

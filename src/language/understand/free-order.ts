import type { Language } from '../language.ts';
import type { FreeReading } from './free-wording.ts';
import type { Token } from './normalize.ts';
import { withFigures } from './number-words.ts';
import { languagesOf, type Reader } from './read-shaped.ts';
import { readOrder } from './transfer-order.ts';

interface Opening {
  readonly pattern: RegExp;
  readonly language: Language;
}

/**
 * Courtesy around an order. A question about transfers (`how do I`, `can I`, `why did`) is none of these, and so no order.
 * `make a`, `faire un`, `hacer una` belong to the noun that follows.
 */
const openings: readonly Opening[] = [
  {
    pattern:
      /^(?:(?:please|pls|hi|hello|hey|ok|okay|kindly) )*(?:(?:can|could|would|will) you (?:please |kindly )?|i (?:want|need|would like|wanna|wish) (?:you )?to |i'd like (?:you )?to |let's |go ahead and )(?:(?:please|make|do) (?:an? )?)?/,
    language: 'en',
  },
  { pattern: /^(?:(?:please|pls) )?(?:make|do) (?:an? )?(?=transfer )/, language: 'en' },
  {
    pattern:
      /^(?:(?:bonjour|svp|merci de|s'il vous plait) )*(?:(?:pouvez|pourriez)[ -]vous |(?:peux|pourrais)[ -]tu |je (?:veux|voudrais|souhaite|dois|aimerais) |(?:veuillez|merci de) )(?:faire )?(?:une? )?/,
    language: 'fr',
  },
  { pattern: /^(?:faire|faites|fais) (?:une? )?(?=virement |transfert )/, language: 'fr' },
  {
    pattern:
      /^(?:(?:hola|por favor) )*(?:me )?(?:(?:puede|puedes|podria|podrias|pueden)(?: usted)? |(?:quiero|quisiera|necesito|deseo|me gustaria) )(?:hacer )?(?:una )?/,
    language: 'es',
  },
  { pattern: /^(?:haga|hacer|haz|haganme) (?:una )?(?=transferencia |traspaso )/, language: 'es' },
];

/** What says only `please`. */
const courtesy = /^(?:(?:please|pls|kindly|por favor|svp|s'il vous plait) )+/;

const verbs: Readonly<Record<string, Language>> = {
  ...named('en', 'transfer xfer move put shift send take'),
  ...named(
    'fr',
    'virer vire virez transferer transferez transfere deplacer deplacez virement transfert mettre mettez mets passer passez passe',
  ),
  ...named(
    'es',
    `transferir transfiere transfiera transfieran pasar pasa pase pasame mover mueve mueva transferencia traspasar traspasa traspase
     traspaso poner pon ponga ponme`,
  ),
};

function named(language: Language, words: string): Readonly<Record<string, Language>> {
  return Object.fromEntries(words.split(/\s+/).map((word) => [word, language]));
}

/**
 * An order in free wording: courtesy, a verb, an amount, and shares by kind, suffix or known name, with nothing left over.
 * A mere name is someone else, and no order. Politeness and numbers in words ask for confirmation.
 */
export function readFreeOrder(
  tokens: readonly Token[],
  { shares, context }: Reader,
): FreeReading | undefined {
  const { left, isPolite } = withoutOpening(tokens);
  const [verb, ...rest] = left;
  const language = verb && verbs[verb.word];
  if (!verb || language === undefined) return undefined;
  const order = verb.word === 'take' ? takenAndPut(rest) : rest;
  if (!order) return undefined;
  const trimmed = withoutTail(order);
  const figured = withFigures(trimmed, language);
  const reading = readOrder(figured, {
    shares,
    languages: languagesOf(context.language, language),
    sureNamesOnly: true,
  });
  const isMended = isPolite || verb.word === 'take' || figured.length !== trimmed.length;
  const isWorded = figured.some((token, index) => token.word !== trimmed[index]?.word);
  if (reading?.intent === 'refused') return { reading, language, confirm: false };
  if (reading?.intent !== 'transfer' || (reading.from === undefined && reading.to === undefined))
    return undefined;
  return { reading, language, confirm: isMended || isWorded };
}

function withoutOpening(tokens: readonly Token[]): {
  left: readonly Token[];
  isPolite: boolean;
} {
  const flat = `${tokens
    .slice(0, 12)
    .map(({ word }) => word)
    .join(' ')} `;
  let rest = flat.replace(courtesy, '');
  let isPolite = false;
  for (const { pattern } of openings) {
    const next = rest.replace(pattern, '');
    if (next !== rest) isPolite = true;
    rest = next;
  }
  const skipped = flat.split(' ').length - rest.split(' ').length;
  return { left: tokens.slice(skipped), isPolite };
}

/** `take 50 from savings and put it in checking`: without a place to put it there is no order. */
function takenAndPut(tokens: readonly Token[]): readonly Token[] | undefined {
  if (!tokens.some(({ word }) => word === 'put' || word === 'move')) return undefined;
  return tokens.filter(({ word }) => !/^(?:and|then|put|move|it|them|out|of)$/.test(word));
}

const tails =
  /^(?:please|pls|plz|thanks|thank|you|now|today|right|away|svp|merci|gracias|favor|por|s'il|vous|plait|ahora|hoy|maintenant|for|me|immediately|asap)$/;

function withoutTail(tokens: readonly Token[]): readonly Token[] {
  let end = tokens.length;
  while (end > 0 && tails.test(tokens[end - 1]?.word ?? '')) end -= 1;
  return tokens.slice(0, end);
}

import type { Language } from '../kernel/vocabulary/language.ts';
import { isUnit } from './figures.ts';
import type { FreeReading } from './free-wording.ts';
import type { Token } from './normalize.ts';
import { withFigures } from './number-words.ts';
import { figureStyleOf, type Reader } from './read-shaped.ts';
import { readOrder } from './transfer-order.ts';
import { betweenWords, fromWords, toWords } from './words.ts';

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
      /^(?:(?:please|pls|hi|hello|hey|ok|okay|kindly) )*(?:(?:can|could|would|will) you (?:please |kindly )?|i (?:want|need|would like|wanna|wish|have|got) (?:you )?to |i (?:must|gotta) |i've got to |i'd like (?:you )?to |let's |go ahead and )(?:(?:please|make|do) (?:an? )?(?:(?:quick|immediate|instant|internal|new|one-time) )*)?/,
    language: 'en',
  },
  {
    pattern:
      /^(?:(?:please|pls) )?(?:make|do) (?:an? )?(?:(?:quick|immediate|instant|internal|new|one-time) )*(?=(?:\S*\d\S* (?:dollars? |bucks? )?)?transfer )/,
    language: 'en',
  },
  {
    pattern:
      /^(?:(?:ok|okay|yes|yeah|yep|sure|alright|now|just|then|so|good (?:morning|afternoon|evening)) )+(?:please )?(?=(?:transfer|xfer|move|put|send) )/,
    language: 'en',
  },
  {
    pattern:
      /^(?:(?:please|hi|hello|hey) )*(?:i (?:want|need|would like)|i'd like) (?=\S*\d\S* (?:dollars? |bucks? )?(?:transfer(?:r?ed)?|moved|put|sent) )/,
    language: 'en',
  },
  {
    pattern:
      /^(?:(?:bonjour|svp|merci de|s'il vous plait) )*(?:(?:pouvez|pourriez)[ -]vous |(?:peux|pourrais)[ -]tu |je (?:veux|voudrais|souhaite|dois|aimerais) |j'ai besoin de |il (?:faut|faudrait) |(?:veuillez|merci de) )(?:faire )?(?:une? )?/,
    language: 'fr',
  },
  { pattern: /^(?:faire|faites|fais) (?:une? )?(?=virement |transfert )/, language: 'fr' },
  {
    pattern:
      /^(?:(?:hola|por favor) )*(?:me )?(?:(?:puede|puedes|podria|podrias|pueden)(?: usted)? |(?:quiero|quisiera|necesito|deseo|debo|tengo que|hay que|me gustaria) )(?:hacer )?(?:una )?/,
    language: 'es',
  },
  { pattern: /^(?:haga|hacer|haz|haganme) (?:una )?(?=transferencia |traspaso )/, language: 'es' },
];

/** What says only `please`. */
const courtesy = /^(?:(?:please|pls|kindly|por favor|svp|s'il vous plait) )+/;

const verbs: Readonly<Record<string, Language>> = {
  ...named('en', 'transfer xfer move put shift send take add pull deposit'),
  ...named(
    'fr',
    `virer vire virez transferer transferez transfere deplacer deplacez virement transfert mettre mettez mets passer passez passe
     envoyer envoyez envoie verser versez verse ajouter ajoutez ajoute deposer deposez depose prendre prenez prends`,
  ),
  ...named(
    'es',
    `transferir transfiere transfiera transfieran pasar pasa pase pasame mover mueve mueva transferencia traspasar traspasa traspase
     traspaso poner pon ponga ponme enviar envia envie mandar manda mande depositar deposita deposite agregar agrega agregue`,
  ),
};

/** Verbs of other things too (`add milk`, `deposit my check`): an order only with both shares, and then asked. */
const looseVerbs =
  /^(?:take|add|pull|deposit|ajoute[rz]?|depose[rz]?|prendre|prenez|prends|depositar?|deposite|agrega[r]?|agregue)$/;

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
  const [verb, ...rest] = isPolite ? nounFirst(left) : left;
  const language = verb && verbs[verb.word];
  if (!verb || language === undefined || isPast(verb.raw)) return undefined;
  const isLoose = looseVerbs.test(verb.word);
  // Without its accent `pase` may be `pasé`.
  const mayBePast =
    language !== 'en' &&
    /^(?:vire|passe|transfere|verse|pase|mande|envie)$/.test(verb.word) &&
    verb.raw.toLowerCase() === verb.word;
  const order = asOneOrder(withoutMoney(withoutManner(verb, rest)));
  const trimmed = withoutTail(order);
  const figured = withFigures(trimmed, language);
  const reading = readOrder(figured, {
    shares,
    style: figureStyleOf(context, language),
    sureNamesOnly: true,
  });
  const isMended =
    isPolite ||
    isLoose ||
    mayBePast ||
    order.length !== rest.length ||
    figured.length !== trimmed.length;
  const isWorded = figured.some((token, index) => token.word !== trimmed[index]?.word);
  if (reading?.intent === 'refused' && !isLoose) return { reading, language, confirm: false };
  // `move 50 between checking and savings`: which way is asked.
  if (reading?.intent === 'ambiguous' && order.some(({ word }) => betweenWords.has(word)))
    return { reading, language, confirm: false };
  if (reading?.intent !== 'transfer') return undefined;
  const sides = [reading.from, reading.to].filter((side) => side !== undefined);
  if (
    sides.length === 0 ||
    (isLoose && !(sides.length === 2 && saysWhere(order) && isMoney(figured)))
  )
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

/** `pasé 50 de 7 a 0`, `viré`: what was done is no order. */
export function isPast(typed: string): boolean {
  return /[éíó]$/iu.test(typed.normalize('NFC'));
}

/** FROM and TO are said: `add 50 and 7` is a sum. */
function saysWhere(tokens: readonly Token[]): boolean {
  const words = tokens.map(({ word }) => word);
  return (
    words.some((word) => toWords.has(word)) &&
    (words.some((word) => fromWords.has(word)) || words.includes('out'))
  );
}

/** `take 2 from 7 to 9` is about hours. */
function isMoney(tokens: readonly Token[]): boolean {
  return tokens.some(({ word }) => /[$€£]|\d\d|\d[.,]\d/.test(word) || isUnit(word));
}

/** `make a $30 transfer from …`, `i want 50 moved from …`: the figure stands before its noun or verb. */
function nounFirst(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ word }) => /^(?:transfer(?:r?ed)?|moved|put|sent)$/.test(word));
  const before = tokens.slice(0, at);
  const isFigure = before.every(({ word }, index) =>
    index === 0 ? /\d/.test(word) : isUnit(word),
  );
  const noun = tokens[at];
  return noun && at > 0 && at <= 2 && isFigure
    ? [{ ...noun, word: 'transfer' }, ...before, ...tokens.slice(at + 1)]
    : tokens;
}

/** `virement immédiat de 50`, `transferencia interna de 50`: how it is made goes without saying. */
function withoutManner(noun: Token, tokens: readonly Token[]): readonly Token[] {
  if (!/^(?:virement|transfert|transferencia|traspaso)$/.test(noun.word)) return tokens;
  const isManner =
    /^(?:immediate?|instantane|interne|rapide|inmediata|instantanea|interna|rapida)$/;
  return isManner.test(tokens[0]?.word ?? '') ? tokens.slice(1) : tokens;
}

/** `transfer money from checking to savings 50`: what is moved goes without saying. */
function withoutMoney(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ word }) =>
    /^(?:money|funds|cash|dinero|argent|l'argent)$/.test(word),
  );
  const isLeading =
    at >= 0 && tokens.slice(0, at).every(({ word }) => /^(?:some|my|the|de|mi|el|mon)$/.test(word));
  return isLeading ? tokens.slice(at + 1) : tokens;
}

/** `take 50 from savings and put it in checking` is one order. */
function asOneOrder(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ word }) => /^(?:and|then|et|y)$/.test(word));
  const [, verb, it] = tokens.slice(at);
  const isSecond =
    at >= 0 &&
    /^(?:then|put|move|add|deposit|send|transfer|mets|mettez|ponlos?|ponlas?|pasalos?)$/.test(
      verb?.word ?? '',
    );
  if (!isSecond) return tokens;
  const isIt = /^(?:put|it|them|that|le|les|lo|los)$/.test(it?.word ?? '');
  return [
    ...tokens.slice(0, at),
    ...tokens.slice(at + (isIt ? 3 : 2)).filter(({ word }) => word !== 'it' && word !== 'them'),
  ];
}

const tails =
  /^(?:please|pls|plz|thanks|thank|you|now|today|right|away|svp|merci|gracias|favor|por|s'il|vous|plait|ahora|hoy|maintenant|for|me|immediately|asap)$/;

function withoutTail(tokens: readonly Token[]): readonly Token[] {
  let end = tokens.length;
  while (end > 0 && tails.test(tokens[end - 1]?.word ?? '')) end -= 1;
  return tokens.slice(0, end);
}

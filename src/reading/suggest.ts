import type { Language } from '../kernel/vocabulary/language.ts';
import type { Meant } from './reading.ts';
import { isUnit, readFigure } from './figures.ts';
import type { Grammar } from './grammar.ts';
import type { Token } from './normalize.ts';
import type { ShareReader } from './share-words.ts';
import { near } from './slips.ts';
import {
  commandWords,
  everydayTransferWords,
  fillers,
  fromWords,
  kindWords,
  saysHowMuch,
  toWords,
  type WordIntent,
} from './words.ts';

/** What must not be sent as it is: it would void, confirm or stop something. */
const unsuggested: ReadonlySet<WordIntent> = new Set<WordIntent>([
  'decline',
  'affirm',
  'stop',
  'start',
]);

/**
 * What to send for an intent, in English, French and Spanish, where it is not `#` and the language's first word. Never what moves
 * money by being sent as it is.
 */
const examples: Readonly<Partial<Record<WordIntent, Readonly<Record<Language, string>>>>> = {
  balance: { en: '#bal', fr: '#solde', es: '#saldo' },
  history: { en: '#hist', fr: '#historique', es: '#movimientos' },
  deposits: { en: '#dep', fr: '#depots', es: '#depositos' },
  withdrawals: { en: '#wd', fr: '#retraits', es: '#retiros' },
  checks: { en: '#checks', fr: '#cheques', es: '#cheques' },
  holds: { en: '#holds', fr: '#retenues', es: '#retenciones' },
  transfer: { en: 'help transfer', fr: 'aide virement', es: 'ayuda transferir' },
  pay: { en: 'help pay', fr: 'aide payer', es: 'ayuda pagar' },
  more: { en: 'more', fr: 'suite', es: 'mas' },
  accounts: { en: 'accounts', fr: 'comptes', es: 'cuentas' },
  details: { en: 'details 7', fr: 'details 7', es: 'detalles 7' },
  limits: { en: 'limits', fr: 'plafonds', es: 'limites' },
  confirm: { en: 'help confirm', fr: 'aide confirmer', es: 'ayuda confirmar' },
  agent: { en: '#agent', fr: '#conseiller', es: '#agente' },
  contact: { en: 'contact', fr: 'horaires', es: 'contacto' },
  help: { en: 'help', fr: 'aide', es: 'ayuda' },
};

/** Words of commands that sentences use for other things, so that they suggest nothing. */
const common = new Set(
  `last t x b h l send put move more next no ok list account accounts com person human code act end cancel quit money help check
   checks info start info hold pay share vale mas si non yes credit credits debit debits deposit atl confirm okay`.split(
    /\s+/,
  ),
);

export interface SuggestOptions {
  readonly grammar: Grammar;
  readonly shares: ShareReader;
  readonly language?: Language | undefined;
  readonly meant?: Meant | undefined;
}

/** One near command in the member's language, for what is not understood; never carried out. */
export function suggest(
  tokens: readonly Token[],
  { grammar, shares, language = 'en', meant }: SuggestOptions,
): string | undefined {
  const intent = meant === 'amount_missing' ? 'transfer' : meantIntent(tokens, grammar, shares);
  return intent && exampleOf(intent, language);
}

function exampleOf(intent: WordIntent, language: Language): string | undefined {
  if (unsuggested.has(intent)) return undefined;
  const { any, ...perLanguage } = commandWords[intent];
  const words = perLanguage[language] ?? any ?? perLanguage.en ?? '';
  return examples[intent]?.[language] ?? `#${words.split(' ')[0]}`;
}

function meantIntent(
  tokens: readonly Token[],
  grammar: Grammar,
  shares: ShareReader,
): WordIntent | undefined {
  const said = tokens.map(({ word }) => word).join(' ');
  if (disowned.test(said)) return 'dispute';
  if (closing.test(said)) return 'agent';
  const isToSomeone = sendsToSomeone(tokens, grammar);
  if (isToSomeone) return isToOwn(tokens, grammar, shares) ? 'transfer' : 'pay';
  return isAboutMoving(tokens) ? 'transfer' : nearIntent(tokens, grammar);
}

/** `a charge that i did not make`, `un cargo que no hice`: told, and asked about only when a dispute is wished for. */
const disowned =
  /\b(?:charges?|transactions?|transfers?|payments?|debits?|withdrawals?|purchases?)\b.{0,40} i (?:(?:did ?n'?o?t|did not|never) (?:make|made|do|did|authori[sz]ed?|approved?)|(?:don'?t|do not|didn'?t|did not) (?:recogni[sz]e|remember|recall))\b(?!.*\b(?:on time|yet)\b)|\b(?:cargos?|pagos?|retiros?|debitos?|transaccion(?:es)?|transferencias?|compras?) que (?:yo )?(?:no|nunca) (?:hice|autorice|reconozco)\b/;

/** `close my account`: people do that. */
const closing =
  /\b(?:clos(?:e|ing)|delet(?:e|ing)|terminate|remove|fermer|fermez|cloturer|supprimer|cerrar|eliminar|borrar) .{0,20}\b(?:accounts?|membership|comptes?|cuentas?)\b/;

/** `may i move 50 from checking to savings`: a verb of talk, but kinds of shares on both sides. */
function isAboutMoving(tokens: readonly Token[]): boolean {
  const has = (words: ReadonlySet<string>) => tokens.some(({ word }) => words.has(word));
  const kinds = tokens.filter(({ word }) => (kindWords[word] ?? 'all') !== 'all');
  return has(everydayTransferWords) && has(fromWords) && has(toWords) && kinds.length === 2;
}

/** What a text that is not understood was plainly meant to be, where its answer wants more than a suggestion. */
export function meantBy(
  tokens: readonly Token[],
  grammar: Grammar,
  shares: ShareReader,
): { readonly meant: Meant; readonly language?: Language } | undefined {
  const entry = grammar.words.get(tokens[0]?.word ?? '');
  const language = entry?.language ? { language: entry.language } : {};
  if (entry?.intent === 'transfer' && lacksAmount(tokens.slice(1), shares))
    return { meant: 'amount_missing', ...language };
  if (sendsToSomeone(tokens, grammar) && !isToOwn(tokens, grammar, shares))
    return { meant: 'paying_others', ...language };
  const isShort = tokens.length > 1 && tokens.length <= 3;
  const isBill = tokens.some(({ word }) => bills.test(word));
  return entry?.intent === 'pay' && (isShort || (isBill && tokens.length <= 6))
    ? { meant: 'paying_others', ...language }
    : undefined;
}

/** What follows TO is a share of the member's own, or an account, a bank, a card that nobody else is said to have. */
function isToOwn(tokens: readonly Token[], grammar: Grammar, shares: ShareReader): boolean {
  const at = payeeAt(tokens, grammar);
  if (at < 0) return false;
  const after = tokens.slice(at + 1);
  const first = after.find(({ word }) => !fillers.has(word) || word === 'a');
  if (first && (shares.name([first])?.isSure === true || /^[a-z]$/.test(first.word))) return true;
  const isOwn = ({ word }: Token) => ownPlaces.test(word) || (kindWords[word] ?? 'all') !== 'all';
  return after.some(isOwn) && !after.some(({ word }) => isOwner(word));
}

/** Where TO stands that leads to a person or a share, in the language of the order's verb. */
function payeeAt(tokens: readonly Token[], grammar: Grammar): number {
  const isEnglish = grammar.words.get(tokens[0]?.word ?? '')?.language === 'en';
  const payee = isEnglish ? /^to$/ : /^(?:to|a|au|pour|para|vers|hacia)$/;
  return tokens.findLastIndex(({ word }) => payee.test(word));
}

/** Where money of one's own lies. */
const ownPlaces =
  /^(?:accounts?|accts?|acct|bank|card|market|ira|cd|fund|wallet|comptes?|banque|carte|cuentas?|banco|tarjeta)$/;

/** `steve's account`, `her account`. */
function isOwner(word: string): boolean {
  return /\w's$|^(?:his|her|their|your|son|sa|leur|votre|su|sus)$/.test(word);
}

const bills = /^(?:bills?|rent|loyer|factures?|renta|alquiler|facturas?|luz|recibos?)$/;

/** `move all from 7 to 0`, `trans half 7 0`: shares of one's own, and no figure that could be the amount. */
function lacksAmount(rest: readonly Token[], shares: ShareReader): boolean {
  const isMarked =
    rest.some(({ word }) => fromWords.has(word)) && rest.some(({ word }) => toWords.has(word));
  const names = rest.filter(({ word }) => !saysHowMuch.has(word) && !isBetween(word));
  const isVague = rest.some(({ word }) => saysHowMuch.has(word));
  return (
    (isMarked || isVague) &&
    (names.length === 2 || (names.length === 1 && isVague)) &&
    names.every((name) => {
      const named = shares.name([name]);
      return named?.isSure === true || named?.isForm === true;
    })
  );
}

function isBetween(word: string): boolean {
  return fromWords.has(word) || toWords.has(word) || fillers.has(word) || vagueMoney.has(word);
}

const vagueMoney = new Set('money funds cash it balance dinero saldo argent solde some'.split(' '));

/**
 * `transfer 50 to mom`, `pay rent 500`: what was meant is told not to be offered. An amount stands alone, not before a thing
 * (`2 eggs`) nor as a time (`5pm`, `from 3 to 5`), and persons stand after TO, not inside anything.
 */
function sendsToSomeone(tokens: readonly Token[], grammar: Grammar): boolean {
  const [head, ...rest] = tokens;
  const entry = grammar.words.get(head?.word ?? '');
  if (entry?.intent === 'pay') return rest.some(({ word }) => /^[-+$]*\d/.test(word));
  if (entry?.intent !== 'transfer' || !rest.some((_, index) => isAmountAt(rest, index)))
    return false;
  const at = payeeAt(tokens, grammar);
  const target = tokens[at + 1];
  return at >= 0 && target !== undefined && !/^[-+$]*\d/.test(target.word);
}

/** A figure that can be an amount where it stands. */
function isAmountAt(tokens: readonly Token[], index: number): boolean {
  if (!readFigure(tokens[index]?.word ?? '', { languages: ['en'] })) return false;
  const before = tokens[index - 1]?.word ?? '';
  const after = tokens.slice(index + 1).find(({ word }) => !isUnit(word))?.word ?? 'to';
  const isPlace = before !== 'de' && (fromWords.has(before) || toWords.has(before));
  return (
    !isPlace &&
    !/^(?:at|on|by|for|until|before|after)$/.test(before) &&
    (fromWords.has(after) || toWords.has(after) || fillers.has(after) || after === 'over')
  );
}

/** What the words are nearest to: a word that sentences keep for this first, where the money is kept last. */
function nearIntent(tokens: readonly Token[], grammar: Grammar): WordIntent | undefined {
  const isShort = tokens.length <= 3;
  const looked = tokens.slice(0, 12);
  const isNear = ({ word }: Token, index: number): boolean => {
    const exact = grammar.words.get(word);
    return (
      exact !== undefined &&
      examples[exact.intent] !== undefined &&
      !isOtherwiseMeant(looked, index, exact.intent)
    );
  };
  const intents = (found: readonly Token[]) =>
    found.flatMap(({ word }) => grammar.words.get(word)?.intent ?? []);
  const own = intents(
    looked.filter((token, index) => !common.has(token.word) && isNear(token, index)),
  );
  const short = intents(
    looked.filter((token, index) => isShort && token.word.length > 2 && isNear(token, index)),
  );
  const exact = [...own, ...short];
  const [first] = exact;
  const best = exact.find((intent) => intent !== 'contact') ?? first;
  if (best) return best;
  for (const { word } of isShort ? tokens : []) {
    const found = near(word.replace(/\d+$/, ''), grammar);
    const intent = found === undefined ? undefined : grammar.words.get(found)?.intent;
    if (intent && examples[intent]) return intent;
  }
  return undefined;
}

/** `send` without a figure, `in 3 hours`, `update my details`: the command's word, and not what it stands for. */
function isOtherwiseMeant(tokens: readonly Token[], index: number, intent: WordIntent): boolean {
  const { word } = tokens[index] ?? { word: '' };
  if (everydayTransferWords.has(word)) return !tokens.some(({ word: other }) => /\d/.test(other));
  if (word === 'hours') return isCounting(tokens[index - 1]?.word ?? '');
  return intent === 'details' && tokens.some(({ word: other }) => changing.test(other));
}

function isCounting(word: string): boolean {
  return /^(?:\d.*|x|few|couple|several|many|two|three|four|five|six|seven|eight|nine|ten|twelve|business)$/.test(
    word,
  );
}

/** Details that are changed are a person's, not a share's. */
const changing = /^(?:updat|chang|edit|modif|correct|actualiz|cambi|corrig|personal|personnel)/;

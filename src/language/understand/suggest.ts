import type { Language } from '../language.ts';
import type { Meant } from '../reading.ts';
import type { Grammar } from './grammar.ts';
import type { Token } from './normalize.ts';
import type { ShareReader } from './share-words.ts';
import { near } from './slips.ts';
import {
  everydayTransferWords,
  fillers,
  fromWords,
  saysHowMuch,
  toWords,
  type WordIntent,
} from './words.ts';

/**
 * What to send for an intent, in English, French and Spanish. Never what moves money by being sent as it is, nor what voids
 * or confirms.
 */
const examples: Readonly<Record<WordIntent, Readonly<Record<Language, string>> | undefined>> = {
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
  decline: undefined,
  affirm: undefined,
  lock: { en: '#lock', fr: '#bloquer', es: '#bloquear' },
  unlock: { en: '#unlock', fr: '#debloquer', es: '#desbloquear' },
  code: { en: '#code', fr: '#code', es: '#codigo' },
  dispute: { en: '#dispute', fr: '#fraude', es: '#disputa' },
  agent: { en: '#agent', fr: '#conseiller', es: '#agente' },
  contact: { en: 'contact', fr: 'horaires', es: 'contacto' },
  help: { en: 'help', fr: 'aide', es: 'ayuda' },
  stop: undefined,
  start: undefined,
};

/** Words of commands that sentences use for other things, so that they suggest nothing. */
const common = new Set(
  `last t x b h l send put move more next no ok list account accounts com person human code act end cancel quit money help check
   checks info start info hold pay share vale mas si non yes credit credits debit debits deposit`.split(
    /\s+/,
  ),
);

/** One near command in the member's language, for what is not understood; never carried out. */
export function suggest(
  tokens: readonly Token[],
  grammar: Grammar,
  { language = 'en', meant }: { readonly language?: Language; readonly meant?: Meant } = {},
): string | undefined {
  const intent =
    meant === 'amount_missing'
      ? 'transfer'
      : isToSomeone(tokens, grammar)
        ? 'pay'
        : nearIntent(tokens, grammar);
  return intent && examples[intent]?.[language];
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
  if (isToSomeone(tokens, grammar) && !isToOwn(tokens, shares))
    return { meant: 'paying_others', ...language };
  const isShort = tokens.length > 1 && tokens.length <= 3;
  const isBill = tokens.some(({ word }) => bills.test(word));
  return entry?.intent === 'pay' && (isShort || (isBill && tokens.length <= 6))
    ? { meant: 'paying_others', ...language }
    : undefined;
}

/** What follows TO is a share of the member's own: nobody else is paid. */
function isToOwn(tokens: readonly Token[], shares: ShareReader): boolean {
  const at = tokens.findLastIndex(({ word }) => toWords.has(word));
  const target = tokens.slice(at + 1).find(({ word }) => !fillers.has(word));
  return at >= 0 && target !== undefined && shares.name([target])?.isSure === true;
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

/** `transfer 50 to mom`, `pay rent 500`: what was meant is told not to be offered. */
function isToSomeone(tokens: readonly Token[], grammar: Grammar): boolean {
  const [head, ...rest] = tokens;
  const intent = grammar.words.get(head?.word ?? '')?.intent;
  if (!rest.some(({ word }) => /^[-+$]*\d/.test(word))) return false;
  return intent === 'pay' || (intent === 'transfer' && rest.some(({ word }) => toWords.has(word)));
}

function nearIntent(tokens: readonly Token[], grammar: Grammar): WordIntent | undefined {
  const isShort = tokens.length <= 3;
  const hasFigure = tokens.some(({ word }) => /\d/.test(word));
  for (const { word } of tokens.slice(0, 12)) {
    const exact = grammar.words.get(word);
    const isTalk = everydayTransferWords.has(word) && !hasFigure;
    if (exact && !isTalk && (isShort ? word.length > 2 : !common.has(word))) {
      if (examples[exact.intent]) return exact.intent;
    }
  }
  for (const { word } of isShort ? tokens : []) {
    const found = near(word.replace(/\d+$/, ''), grammar);
    const intent = found === undefined ? undefined : grammar.words.get(found)?.intent;
    if (intent && examples[intent]) return intent;
  }
  return undefined;
}

import type { Language } from '../kernel/vocabulary/language.ts';
import type { ShareNames, Understood } from './reading.ts';
import { isUnit, readFigure } from './figures.ts';
import { plain, type Token } from './normalize.ts';
import { figureStyleOf, type Reader } from './read-shaped.ts';
import { fillers, kindWords, thanks } from './words.ts';

interface Head {
  readonly pattern: RegExp;
  readonly language: Language;
}

/** A wish to pay, at the beginning. A question (`how do i pay`) is none. */
const heads: readonly Head[] = [
  {
    pattern:
      /^(?:(?:please|pls|hi|hello|ok|kindly) )*(?:(?:can|could|would) you (?:please )?|i (?:want|need|would like|have) to |i'd like to |let me )?(?:please )?(?:pay(?! off)(?: down)?|make (?:a |an |my )?(?:extra )?(?:loan |car )?payment(?: of)?|put) /,
    language: 'en',
  },
  {
    pattern:
      /^(?:(?:svp|bonjour) )*(?:je (?:veux|voudrais|dois) |pouvez[- ]vous )?(?:payer|payez|paye|rembourser|remboursez|faire un (?:paiement|versement)(?: de)?) /,
    language: 'fr',
  },
  {
    pattern:
      /^(?:(?:por favor|hola) )*(?:(?:quiero|quisiera|necesito|puede|me gustaria) )?(?:pagar|pague|paga|abonar|abone|abona|hacer un (?:pago|abono)(?: de)?) /,
    language: 'es',
  },
];

/** Words between, besides fillers. `put` is only a payment with `toward`. */
const between =
  /^(?:to|on|onto|toward|towards|into|against|off|a|al|sur|pour|vers|para|hacia|dans|un|une|una|l'|d')$/;
const fromWord = /^(?:from|desde|depuis)$/;

/**
 * `pay my car loan $100`: a payment on a loan or share of the member's own is a transfer, and always asked first. Others are never paid.
 * @returns `undefined` where exactly one own share is not named by its whole name or kind
 */
export function readPayOwn(
  tokens: readonly Token[],
  { context, shares }: Reader,
): Understood | undefined {
  const flat = `${tokens.map(({ word }) => word).join(' ')} `;
  const head = heads.find(({ pattern }) => pattern.test(flat));
  const begun = head?.pattern.exec(flat)?.[0] ?? '';
  if (!head || (begun.endsWith('put ') && !/ towards? /.test(flat))) return undefined;
  const left = tokens.slice(begun.split(' ').length - 1);
  if (left.some(({ isHash }) => isHash)) return undefined;
  const at = left.findIndex(({ word }) => fromWord.test(word));
  const source = at < 0 ? [] : left.slice(at + 1).filter(({ word }) => !isSilent(word));
  const said = (at < 0 ? left : left.slice(0, at)).filter(({ word }) => !isSilent(word));
  const style = figureStyleOf(context, head.language);
  const figures = said.flatMap(({ word }) => readFigure(word, style) ?? []);
  const names = said.filter(({ word }) => readFigure(word, style) === undefined);
  const to = ownShare(names, context.shares);
  const [amount, another] = figures;
  if (to === undefined || another) return undefined;
  const { language } = head;
  if (!amount)
    return { reading: { intent: 'unknown' }, language, confirm: false, meant: 'amount_missing' };
  if ('refused' in amount)
    return { reading: { intent: 'refused', reason: amount.refused }, language, confirm: false };
  const from = source.length > 0 ? shares.name(source) : undefined;
  if (source.length > 0 && from?.isSure !== true) return undefined;
  return {
    reading: {
      intent: 'transfer',
      amount: amount.amount,
      ...(from ? { from: from.account } : {}),
      to,
    },
    language,
    confirm: true,
  };
}

function isSilent(word: string): boolean {
  return fillers.has(word) || thanks.has(word) || between.test(word) || isUnit(word);
}

/** `car loan`, `my truck`, `prêt auto`: by whole nickname, by kind, or by both. */
function ownShare(
  names: readonly Token[],
  shares: readonly ShareNames[] | undefined,
): string | undefined {
  const words = names.map(({ word }) => word.replace(/^[ld]'/, ''));
  if (words.length === 0 || words.length > 4) return undefined;
  const kinds = words.flatMap((word) => kindWords[word] ?? []).filter((kind) => kind !== 'all');
  const rest = words.filter((word) => (kindWords[word] ?? 'all') === 'all');
  const [kind, otherKind] = kinds;
  // Where the member's shares are not known, nobody can tell whose loan it is.
  if (otherKind || !shares) return undefined;
  const called = (name: string) =>
    shares.filter(
      (share) =>
        share.nickname !== undefined &&
        [name, ...(kind ? [`${name} ${kind}`] : [])].includes(plain(share.nickname)) &&
        (kind === undefined || share.kind === undefined || share.kind === kind),
    );
  const found = rest.length > 0 ? called(rest.join(' ')) : called(words.join(' '));
  const [own, another] = found.length > 0 ? found : called(words.join(' '));
  if (own && !another) return own.suffix;
  if (kind !== 'loan' && (kind || !words.every((word) => manners.has(word)))) return undefined;
  const ofKind = shares.filter((share) => share.kind === 'loan');
  if (rest.length === 0) return ofKind.length > 0 ? kind : undefined;
  // `pay my car loan` where the only loan has no name of its own, or one that means the same.
  const [only, more] = ofKind;
  // Without the word for a loan only its name tells that it is one.
  if (!kind && only?.nickname === undefined) return undefined;
  return only && !more && fits(only.nickname, rest) && rest.every((word) => manners.has(word))
    ? only.suffix
    : undefined;
}

/** What a loan is for. */
/** Words for what a loan is for, those of one meaning together. */
const purposes = [
  'car auto truck vehicle voiture vehicule coche carro vehiculo',
  'home house mortgage hypothecaire immobilier maison hipotecario casa hipoteca',
  'student etudiant estudiantil',
  'boat bateau lancha',
  'personal personnel',
].map((line) => new Set(line.split(' ')));
const manners: ReadonlySet<string> = new Set([
  ...purposes.flatMap((words) => [...words]),
  'del',
  'de',
  'du',
]);

/** Whether a loan of this nickname may be meant by words for what it is for: `mi carro` for `Car`. */
function fits(nickname: string | undefined, words: readonly string[]): boolean {
  if (nickname === undefined) return true;
  const name = plain(nickname);
  return purposes.some((group) => group.has(name) && words.some((word) => group.has(word)));
}

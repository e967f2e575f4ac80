import { amountMax } from '../money/amount.ts';
import { decimal } from '../money/format.ts';
import type { RefusalReason } from '../kernel/vocabulary/refusal-reason.ts';
import type { FigureForm } from './lexicon/number-words.ts';

/** A token read as an amount: minor units as a decimal `50.00`, or why it is none although it looks like one. */
export type Figure =
  | { readonly amount: string; readonly isMarked: boolean }
  | {
      readonly refused: Extract<
        RefusalReason,
        'amount_malformed' | 'amount_not_positive' | 'amount_too_large'
      >;
    };

type DecimalMark = FigureForm['decimalMark'];

/** The format of figures for one reading. */
export interface FigureStyle {
  /** One or two: the member's and that of the words. */
  readonly forms: readonly FigureForm[];
  /** Decimals of the currency. Absent: two. */
  readonly digits?: number | undefined;
}

/**
 * Reads a member's figure: `50`, `50.5`, `$1,250.00`, `20,50` (French, Spanish), `1 250,00 $`. `undefined`: it is not meant as an
 * amount. A figure in another language's format is refused, never guessed. If two languages disagree about a figure, it is refused,
 * unless only decimals are possible (`20,50`).
 * @returns an amount with as many decimals as the currency has
 */
export function readFigure(
  word: string,
  {
    forms,
    digits = 2,
  }: Pick<FigureStyle, 'digits'> & { readonly forms: readonly Pick<FigureForm, 'decimalMark'>[] },
): Figure | undefined {
  if (!/\d/.test(word)) return undefined;
  const [form, other] = forms;
  const figure = inLanguage(word, form?.decimalMark ?? '.', digits);
  if (other === undefined || figure === undefined) return figure;
  const second = inLanguage(word, other.decimalMark, digits);
  if (second === undefined || isSame(figure, second)) return figure;
  const decimals = /^[^\d.,]*\d+[.,]\d{1,2}[^\d.,]*$/.test(word);
  if (decimals) return 'amount' in figure ? figure : second;
  return { refused: 'amount_malformed' };
}

function isSame(a: Figure, b: Figure): boolean {
  return 'amount' in a ? 'amount' in b && a.amount === b.amount : 'refused' in b;
}

/** Money signs that we take for the institution's currency, before or after the figure. */
const signBefore = /^([-+]?)(?:(?:us|ca|mx)?\$|usd|cad|mxn|gbp|eur|[€£])(?=[-+.\d])/;
const signAfter = /(?<=\d[.,]?)(?:[€£$]|usd|eur|cad|mxn|gbp|us\$)$/;

function inLanguage(word: string, mark: DecimalMark, decimals: number): Figure | undefined {
  const compact = word.replace(signBefore, '$1').replace(signAfter, '');
  const isMarked = compact !== word;
  const isForeign = /\p{Sc}|¢/u.test(compact) && /\d/.test(compact);
  if (isForeign) return { refused: 'amount_malformed' };
  if (!/^[-+]?[\d.,]/.test(compact) || !/\d/.test(compact)) return undefined;
  const isNegative = compact.startsWith('-');
  const body = compact.replace(/^[-+]/, '');
  if (!/^[\d.,]+$/.test(body)) {
    // `1e3` and `0x10` look like amounts; `12:30`, `7/0` and `5pm` only with a currency or sign.
    return isMarked || isNegative || /^[\d.,]+e[+-]?\d+$|^0x/.test(body)
      ? { refused: 'amount_malformed' }
      : undefined;
  }
  const digits = plainDigits(body, mark, decimals);
  if (digits === undefined) return { refused: 'amount_malformed' };
  const [whole = '', written = ''] = digits.split('.');
  // Zero decimals say the same as `50.00`.
  const fraction = decimals === 0 && /^0*$/.test(written) ? '' : written;
  if (fraction.length > decimals) return { refused: 'amount_malformed' };
  const units = BigInt(`${whole.slice(0, 40)}${fraction.padEnd(decimals, '0')}`);
  if (isNegative || units === 0n) return { refused: 'amount_not_positive' };
  if (whole.length > 40 || units > amountMax) return { refused: 'amount_too_large' };
  return {
    amount: decimal(units, decimals),
    isMarked: isMarked || digits.includes('.'),
  };
}

const twoDecimals = {
  american: /^\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?$/,
  european: /^\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?$/,
};

/** The same for a currency with three or four decimals. */
const longDecimals = {
  american: /^\d{1,3}(?:,\d{3})+(?:\.\d{1,4})?$/,
  european: /^\d{1,3}(?:\.\d{3})+(?:,\d{1,4})?$/,
};

/** The figure with a decimal point and no grouping. `undefined` if its marks fit no rule of the language. */
function plainDigits(body: string, mark: DecimalMark, decimals: number): string | undefined {
  if (/^\d+$/.test(body)) return body;
  // Only with the language's own mark: after the other one, three digits are a group of thousands.
  const [whole = '', fraction = '', ...more] = body.split(mark);
  if (decimals > 2 && more.length === 0 && /^\d+$/.test(`${whole}${fraction}`)) {
    if (fraction.length >= 1 && fraction.length <= decimals) return `${whole || '0'}.${fraction}`;
  }
  // A point and at most two digits are decimals everywhere.
  if (/^\d+\.\d{1,2}$/.test(body) || /^\.\d{1,2}$/.test(body))
    return `0${body}`.replace(/^0+(?=\d)/, '');
  const { american, european } = decimals > 2 ? longDecimals : twoDecimals;
  if (mark === '.') return american.test(body) ? body.replaceAll(',', '') : undefined;
  if (/^\d+,\d{1,2}$/.test(body)) return body.replace(',', '.');
  // `1.250` is a thousand for some and a decimal for others, above all in the Americas. Refuse it, like `1,250`.
  if (/^\d{1,3}\.\d{3}$/.test(body)) return undefined;
  if (european.test(body)) return body.replaceAll('.', '').replace(',', '.');
  // Both marks together leave no doubt, in either order.
  if (american.test(body) && body.includes('.')) return body.replaceAll(',', '');
  return undefined;
}

/** Whether a word is a unit of money, in any language. */
export function isUnit(word: string, units: ReadonlySet<string>): boolean {
  return units.has(word) || /^[$€£]$/.test(word);
}

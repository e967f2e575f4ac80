import { currencyOf } from '../../../money/amount.ts';
import { readFigure } from '../../../reading/figures.ts';
import { given } from './given.ts';

/**
 * Reads an amount as members write it in their language (`50,25`, `$1,250`), for an operation. What is
 * no amount stays as written, so that the server says what is wrong with it.
 */
export function figureIn(text: string, currency = given.currency): string {
  const written = text.replaceAll(/\s/g, '');
  const digits = currencyOf(currency)?.digits;
  const read = readFigure(written, { forms: [given], digits });
  return read !== undefined && 'amount' in read ? read.amount : text.trim();
}

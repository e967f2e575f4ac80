import { languages } from '../kernel/vocabulary/language.ts';
import { amountIn } from '../languages/wording.ts';
import type { Institution } from '../members/institution.ts';
import { currencyOf } from '../money/amount.ts';
import type { Reading } from '../reading/reading.ts';

/**
 * The figures of an institution that any member may read: they stay when a reply is masked. Its limits stay only where they were
 * asked for: elsewhere the same amount could be a balance.
 */
export function ownFigures(
  { currency, settings }: Institution,
  { intent }: Pick<Reading, 'intent'>,
): string[] {
  const known = currencyOf(currency);
  const limits =
    intent === 'limits'
      ? [settings.limits.perTransfer, settings.limits.perDay, settings.limits.confirmAbove]
      : [];
  const amounts = limits.flatMap((amount) =>
    amount === undefined || !known
      ? []
      : languages.map((language) => amountIn(language, amount, known)),
  );
  return [
    ...amounts,
    settings.phone,
    settings.cardLine,
    settings.routingNumber ?? '',
    ...Object.values(settings.hours),
    ...Object.values(settings.answers ?? {}).flatMap((versions) => Object.values(versions)),
  ].filter((one) => /\d/.test(one));
}

/** A reply as it may be kept without its member: every digit is `#`, but for figures that are the institution's own. */
export function maskReply(reply: string, own: readonly string[]): string {
  const figures = [...new Set(own)].toSorted((a, b) => b.length - a.length);
  if (figures.length === 0) return digitsMasked(reply);
  const pattern = new RegExp(
    `(?<!\\d)(?:${figures.map((one) => RegExp.escape(one)).join('|')})(?!\\d)`,
    'gu',
  );
  let masked = '';
  let from = 0;
  for (const found of reply.matchAll(pattern)) {
    masked += digitsMasked(reply.slice(from, found.index)) + found[0];
    from = found.index + found[0].length;
  }
  return masked + digitsMasked(reply.slice(from));
}

function digitsMasked(text: string): string {
  return text.replaceAll(/\p{N}/gu, '#');
}

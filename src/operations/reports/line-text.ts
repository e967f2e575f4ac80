import type { Language } from '../../kernel/vocabulary/language.ts';
import { numberFormat } from '../../languages/formats.ts';
import { localeOf, moneyText } from '../../languages/figures.ts';
import { reportLines, type LineName } from '../../reports/report-lines.ts';

/** Writes a figure of a report as people read it. `–` where there is nothing to take a share of. */
export function lineText(
  name: LineName,
  value: number | undefined,
  { language, currency }: { readonly language: Language; readonly currency: string },
): string {
  if (value === undefined) return '–';
  switch (reportLines[name].kind) {
    case 'money':
      return moneyText(BigInt(Math.round(value)), currency, language);
    case 'cost':
      return costText(value, language);
    case 'share':
      return percent(value, language);
    case 'count':
    default:
      return numberFormat(localeOf(language), {}).format(value);
  }
}

/** Writes millionths of a dollar: cents, or more digits for what costs less than a cent. */
export function costText(microdollars: number, language: Language): string {
  const dollars = microdollars / 1_000_000;
  return numberFormat(localeOf(language), {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
    maximumFractionDigits: dollars !== 0 && Math.abs(dollars) < 0.1 ? 4 : 2,
  }).format(dollars);
}

/** Writes how a figure changed: `+12%`, or points for a share. `undefined` if it can’t be compared. */
export function changeText(
  name: LineName,
  given: { readonly now: number | undefined; readonly before: number | undefined },
  language: Language,
): string | undefined {
  const { now, before } = given;
  if (now === undefined || before === undefined) return undefined;
  const isShare = reportLines[name].kind === 'share';
  if (!isShare && before === 0) return undefined;
  const change = isShare ? now - before : (now - before) / before;
  return numberFormat(localeOf(language), {
    style: 'percent',
    maximumFractionDigits: isShare ? 1 : 0,
    signDisplay: 'exceptZero',
  }).format(change);
}

function percent(value: number, language: Language): string {
  return numberFormat(localeOf(language), {
    style: 'percent',
    maximumFractionDigits: 1,
  }).format(value);
}

import { shownDescription } from './posted.ts';
import type { HoldFacts, ShareLabel } from '../reply.ts';
import type { Place } from '../fill.ts';
import { firstFitting } from './list.ts';
import { beside, day, money, type Speech } from './speech.ts';

/** A hold with its share, or only with the currency if the share is named elsewhere. */
export type Hold = HoldFacts & Pick<ShareLabel, 'currency'> & { readonly share?: ShareLabel };

/** `hold Shell $50.00 till 11/25`: names all if they fit; otherwise the greatest and how many more; otherwise the count. */
export function namedHolds(holds: readonly Hold[], speech: Speech): Place {
  const { locale } = speech;
  return firstFitting(
    (function* () {
      for (const list of forms(holds, speech)) yield `${locale.holdWord(holds.length)} ${list}`;
      yield holdsTotal(holds, speech);
    })(),
  );
}

/** The same without the word; at its tightest, only the greatest. */
export function holdList(holds: readonly Hold[], speech: Speech): Place {
  return firstFitting(forms(holds, speech));
}

/** `3 holds, $120.00`; with several currencies `3 holds, $120.00 + JPY 500`. */
export function holdsTotal(holds: readonly Hold[], speech: Speech): string {
  const alike = Map.groupBy(holds, currencyOfHold);
  const sums = [...alike].map(([currency, some]) =>
    money(
      some.reduce((total, { amount }) => total + amount, 0n),
      speech,
      currency === undefined ? undefined : { currency },
    ),
  );
  return speech.locale.holdsTotal(holds.length, sums.join(' + '));
}

function currencyOfHold({ currency, share }: Hold): string | undefined {
  return currency ?? share?.currency;
}

function* forms(holds: readonly Hold[], speech: Speech): Iterable<string> {
  const cleaned = holds.map((hold) => ({
    ...hold,
    description: shownDescription(hold.description, speech),
  }));
  const all = (width: number, withTill: boolean) =>
    cleaned.map((hold) => oneHold(hold, speech, { width, withTill })).join(speech.locale.separator);
  yield all(32, true);
  yield all(12, true);
  yield all(16, false);
  yield all(8, false);
  for (let named = Math.min(cleaned.length - 1, 5); named >= 1; named -= 1) {
    const some = cleaned.slice(0, named);
    const items = some.map((hold) => oneHold(hold, speech, { width: 12, withTill: named === 1 }));
    yield `${items.join(speech.locale.separator)} ${speech.locale.andMore(cleaned.length - named)}`;
  }
}

function oneHold(
  hold: Hold,
  speech: Speech,
  { width, withTill }: { width: number; withTill: boolean },
): string {
  const { share, description, amount, expiresOn } = hold;
  const currency = currencyOfHold(hold);
  const on = currency === undefined ? undefined : { currency };
  const name = `${share?.suffix ?? ''} ${speech.clean.shorten(description, width)}`.trim();
  const named = beside(name, money(amount, speech, on), speech);
  return withTill && expiresOn ? `${named} ${speech.locale.till(day(expiresOn, speech))}` : named;
}

import type { HoldFacts, ShareLabel } from '../reply.ts';
import { cleanDescription, shorten } from '../clean.ts';
import type { Place } from '../fill.ts';
import { firstFitting } from './list.ts';
import { beside, day, money, type Speech } from './speech.ts';

type Hold = HoldFacts & { readonly share?: ShareLabel };

/** `hold Shell $50.00 till 11/25`: all named where they fit, else the greatest and how many more, else counted. */
export function namedHolds(holds: readonly Hold[], speech: Speech): Place {
  const { tongue } = speech;
  return firstFitting(
    (function* () {
      for (const list of forms(holds, speech)) yield `${tongue.holdWord(holds.length)} ${list}`;
      yield holdsTotal(holds, speech);
    })(),
  );
}

/** The same without the word; tightest: the greatest only. */
export function holdList(holds: readonly Hold[], speech: Speech): Place {
  return firstFitting(forms(holds, speech));
}

/** `3 holds, $120.00`. */
export function holdsTotal(holds: readonly HoldFacts[], speech: Speech): string {
  const sum = holds.reduce((total, { amount }) => total + amount, 0n);
  return speech.tongue.holdsTotal(holds.length, money(sum, speech));
}

function* forms(holds: readonly Hold[], speech: Speech): Iterable<string> {
  const cleaned = holds.map((hold) => ({
    ...hold,
    description: cleanDescription(hold.description, { gsm7: speech.gsm7 }),
  }));
  const all = (width: number, withTill: boolean) =>
    cleaned.map((hold) => oneHold(hold, speech, { width, withTill })).join(speech.tongue.separator);
  yield all(32, true);
  yield all(12, true);
  yield all(16, false);
  yield all(8, false);
  for (let named = Math.min(cleaned.length - 1, 5); named >= 1; named -= 1) {
    const some = cleaned.slice(0, named);
    const items = some.map((hold) => oneHold(hold, speech, { width: 12, withTill: named === 1 }));
    yield `${items.join(speech.tongue.separator)} ${speech.tongue.andMore(cleaned.length - named)}`;
  }
}

function oneHold(
  { share, description, amount, expiresOn }: Hold,
  speech: Speech,
  { width, withTill }: { width: number; withTill: boolean },
): string {
  const name = `${share?.suffix ?? ''} ${shorten(description, width)}`.trim();
  const named = beside(name, money(amount, speech), speech);
  return withTill && expiresOn ? `${named} ${speech.tongue.till(day(expiresOn, speech))}` : named;
}

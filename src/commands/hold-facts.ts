import type { Situation } from './situation.ts';

/** A hold's facts for replies: its end is a day in the institution's zone. */
export function holdFacts(
  hold: { amount: bigint; description: string; expiresAt?: Temporal.Instant },
  situation: Situation,
): { amount: bigint; description: string; expiresOn?: Temporal.PlainDate } {
  const { amount, description, expiresAt } = hold;
  if (!expiresAt) return { amount, description };
  return { amount, description, expiresOn: dayOf(expiresAt, situation) };
}

/** The date of an instant in the institution's zone. */
export function dayOf(instant: Temporal.Instant, situation: Situation): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(situation.zone).toPlainDate();
}

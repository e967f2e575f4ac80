import type { Clock } from '../../kernel/clock.ts';
import { Fault } from '../../kernel/fault.ts';
import { assertAnswered, type TwilioClient } from './client.ts';
import { lookupAnswer } from './wire.ts';

/** A carrier's data about a number. Null is unknown, and unknown is never safe. */
export interface NumberFacts {
  /** `mobile`, `landline`, `fixedVoip`, `nonFixedVoip`, `tollFree` and the like, as Twilio says it. */
  readonly lineType: string | null;
  /** When its SIM was last changed. If the carrier only says that it changed within a period, this is now, the latest possible time. */
  readonly simChangedAt: Temporal.Instant | null;
  /** Since when the SIM has surely been the same, if the carrier says only that. */
  readonly simSameSince: Temporal.Instant | null;
  /** Whether someone else got the number since `verifiedOn`; null also if no date was given. */
  readonly reassigned: boolean | null;
}

/**
 * Asks Twilio's Lookup v2, which charges for each package. SIM swap and reassigned number need Twilio's approval and a carrier that
 * takes part; without either, the answer is null.
 * @param asked `e164` such as `+13145550123`; `verifiedOn` the day on which the member last proved the number
 * @throws Fault `twilio_not_reached`, `twilio_no_answer`, or with Twilio's code such as `twilio_20404` (no such number)
 */
export async function lookUpNumber(
  { client, clock }: { readonly client: TwilioClient; readonly clock: Clock },
  asked: { readonly e164: string; readonly verifiedOn?: Temporal.PlainDate },
): Promise<NumberFacts> {
  const { e164, verifiedOn } = asked;
  const fields = ['line_type_intelligence', 'sim_swap'];
  if (verifiedOn) fields.push('reassigned_number');
  const answer = await client.lookUp(`/v2/PhoneNumbers/${encodeURIComponent(e164)}`, {
    Fields: fields.join(','),
    ...(verifiedOn ? { LastVerifiedDate: verifiedOn.toString().replaceAll('-', '') } : {}),
  });
  assertAnswered(answer, 'looking a number up');
  const parsed = lookupAnswer.safeParse(answer.body);
  if (!parsed.success)
    throw new Fault({
      code: 'twilio_answer_unreadable',
      message: 'Twilio’s response about a number has an unknown format',
      retryable: false,
    });
  const { line_type_intelligence: line, sim_swap: swap, reassigned_number: given } = parsed.data;
  return {
    lineType: line?.type ?? null,
    ...simOf(swap?.last_sim_swap, clock.now()),
    reassigned: reassignedOf(given?.is_number_reassigned),
  };
}

function simOf(
  swap:
    | {
        last_sim_swap_date?: string | null | undefined;
        swapped_period?: string | null | undefined;
        swapped_in_period?: boolean | null | undefined;
      }
    | null
    | undefined,
  now: Temporal.Instant,
): Pick<NumberFacts, 'simChangedAt' | 'simSameSince'> {
  const at = read(() => Temporal.Instant.from(swap?.last_sim_swap_date ?? ''));
  if (at) return { simChangedAt: at, simSameSince: at };
  if (swap?.swapped_in_period === true) return { simChangedAt: now, simSameSince: null };
  const since = read(() => {
    const period = Temporal.Duration.from(swap?.swapped_period ?? '');
    return now.toZonedDateTimeISO('UTC').subtract(period).toInstant();
  });
  return {
    simChangedAt: null,
    simSameSince: swap?.swapped_in_period === false && since ? since : null,
  };
}

function reassignedOf(said: string | null | undefined): boolean | null {
  if (said === 'yes') return true;
  return said === 'no' ? false : null;
}

function read<T>(from: () => T): T | undefined {
  try {
    return from();
  } catch {
    return undefined;
  }
}

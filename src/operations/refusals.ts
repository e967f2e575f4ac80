import { accessRefusals } from './refusals/access.ts';
import { accountsRefusals } from './refusals/shares.ts';
import { commonRefusals } from './refusals/common.ts';
import { messagesRefusals } from './refusals/messages.ts';
import { staffRefusals } from './refusals/staff.ts';
import type { RefusalFacts } from './refusals/refusal-facts.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import { packs } from '../languages/index.ts';
import type { SiteRefusalTexts } from '../languages/site-texts.ts';

/** Every way in which members are refused something, with its status. Each pack of `languages` has its sentence. */
export const webRefusals = {
  ...commonRefusals,
  ...accessRefusals,
  ...accountsRefusals,
  ...messagesRefusals,
} as const satisfies Record<keyof SiteRefusalTexts, RefusalFacts>;

export type WebRefusal = keyof typeof webRefusals;

export type StaffRefusal = keyof typeof staffRefusals;

/** Every expected “no” of an operation. Staff may meet those of members too. */
export type RefusalCode = WebRefusal | StaffRefusal;

/** An expected “no”: a value, not a throw. */
export interface Refused {
  readonly refused: RefusalCode;
  /** The input field that it is about. */
  readonly field?: string;
  /** Fills `{name}` places of the text. */
  readonly facts?: Readonly<Record<string, string>>;
  /** When it is worth trying again: becomes `Retry-After`. */
  readonly retryAt?: Temporal.Instant;
}

export function refuse(refused: RefusalCode, more: Omit<Refused, 'refused'> = {}): Refused {
  return { refused, ...more };
}

/** Gives the status of a refusal, and whether it is watched. */
export function factsOf(refused: RefusalCode): RefusalFacts {
  return isStaffRefusal(refused) ? staffRefusals[refused] : webRefusals[refused];
}

/** Gives the sentence of a refusal, its places unfilled. One of staff is English in all languages: no member reads it. */
export function sentenceOf(refused: RefusalCode, language: Language): string {
  return isStaffRefusal(refused)
    ? staffRefusals[refused].text
    : packs[language].site.refusals[refused];
}

/** Whether this is the code of a refusal that only staff meet. */
export function isStaffRefusal(code: string): code is StaffRefusal {
  return Object.hasOwn(staffRefusals, code);
}

/** Whether a refusal may be part of an attack, so that the security log has it. */
export function isWatched(refused: RefusalCode): boolean {
  return factsOf(refused).watched === true;
}

/** Whether an operation said no. */
export function isRefused(result: unknown): result is Refused {
  return typeof result === 'object' && result !== null && 'refused' in result;
}

import { accessRefusals } from './refusals/access.ts';
import { accountsRefusals } from './refusals/shares.ts';
import { commonRefusals } from './refusals/common.ts';
import { messagesRefusals } from './refusals/messages.ts';
import { staffRefusals } from './refusals/staff.ts';
import type { RefusalTexts } from './refusals/refusal-texts.ts';

/** Every way in which members are refused something, with its status and its text in each language. */
export const webRefusals = {
  ...commonRefusals,
  ...accessRefusals,
  ...accountsRefusals,
  ...messagesRefusals,
};

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

/** Gives the status and texts of a refusal. One of staff has its English text for all languages: no member reads it. */
export function textsOf(refused: RefusalCode): RefusalTexts {
  if (!isStaffRefusal(refused)) return webRefusals[refused];
  const { en, ...rest } = staffRefusals[refused];
  return { ...rest, en, fr: en, es: en };
}

/** Whether this is the code of a refusal that only staff meet. */
export function isStaffRefusal(code: string): code is StaffRefusal {
  return Object.hasOwn(staffRefusals, code);
}

/** Whether a refusal may be part of an attack, so that the security log has it. */
export function isWatched(refused: RefusalCode): boolean {
  return textsOf(refused).watched === true;
}

/** Whether an operation said no. */
export function isRefused(result: unknown): result is Refused {
  return typeof result === 'object' && result !== null && 'refused' in result;
}

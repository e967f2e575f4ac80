import { accessRefusals } from './refusals/access.ts';
import { accountsRefusals } from './refusals/shares.ts';
import { commonRefusals } from './refusals/common.ts';
import { messagesRefusals } from './refusals/messages.ts';
import { staffRefusals } from './refusals/staff.ts';
import type { RefusalTexts } from './refusals/refusal-texts.ts';

/** Every refusal that members can meet, with its status and its text in each language. */
export const webRefusals = {
  ...commonRefusals,
  ...accessRefusals,
  ...accountsRefusals,
  ...messagesRefusals,
};

export type WebRefusal = keyof typeof webRefusals;

export type StaffRefusal = keyof typeof staffRefusals;

/** Every expected “no” of an operation. Staff can meet those of members too. */
export type RefusalCode = WebRefusal | StaffRefusal;

/** An expected “no”: we return it and don't throw. */
export interface Refused {
  readonly refused: RefusalCode;
  /** The input field at fault. */
  readonly field?: string;
  /** Values for the `{name}` placeholders of the text. */
  readonly facts?: Readonly<Record<string, string>>;
  /** When to try again: becomes `Retry-After`. */
  readonly retryAt?: Temporal.Instant;
}

export function refuse(refused: RefusalCode, more: Omit<Refused, 'refused'> = {}): Refused {
  return { refused, ...more };
}

/**
 * Gives the status and texts of a refusal. For staff, all languages share the English text, since
 * no member reads it.
 */
export function textsOf(refused: RefusalCode): RefusalTexts {
  if (!isStaffRefusal(refused)) return webRefusals[refused];
  const { en, ...rest } = staffRefusals[refused];
  return { ...rest, en, fr: en, es: en };
}

/** Tells whether only staff can meet this refusal. */
export function isStaffRefusal(code: string): code is StaffRefusal {
  return Object.hasOwn(staffRefusals, code);
}

/** Tells whether a refusal may be part of an attack, and so goes to the security log. */
export function isWatched(refused: RefusalCode): boolean {
  return textsOf(refused).watched === true;
}

/** Tells whether an operation's result is a refusal. */
export function isRefused(result: unknown): result is Refused {
  return typeof result === 'object' && result !== null && 'refused' in result;
}

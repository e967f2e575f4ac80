import { accessRefusals } from './refusals/access.ts';
import { accountsRefusals } from './refusals/shares.ts';
import { commonRefusals } from './refusals/common.ts';
import { approvalsRefusals } from './refusals/approvals.ts';
import { messagesRefusals } from './refusals/messages.ts';
import { staffRefusals } from './refusals/staff.ts';
import type { RefusalFacts } from './refusals/refusal-facts.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import { packs } from '../languages/index.ts';
import type { SiteRefusalTexts } from '../languages/site-texts.ts';

/** Every refusal that members can meet, with its status. Each pack of `languages` has its sentence. */
export const webRefusals = {
  ...commonRefusals,
  ...accessRefusals,
  ...accountsRefusals,
  ...messagesRefusals,
  ...approvalsRefusals,
} as const satisfies Record<keyof SiteRefusalTexts, RefusalFacts>;

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

/** Gives the status of a refusal, and whether it is watched. */
export function factsOf(refused: RefusalCode): RefusalFacts {
  return isStaffRefusal(refused) ? staffRefusals[refused] : webRefusals[refused];
}

/** Gives the sentence of a refusal, its places unfilled. */
export function sentenceOf(refused: RefusalCode, language: Language): string {
  const pack = packs[language];
  return isStaffRefusal(refused) ? pack.console.refusals[refused] : pack.site.refusals[refused];
}

/** Tells whether only staff can meet this refusal. */
export function isStaffRefusal(code: string): code is StaffRefusal {
  return Object.hasOwn(staffRefusals, code);
}

/** Tells whether a refusal may be part of an attack, and so goes to the security log. */
export function isWatched(refused: RefusalCode): boolean {
  return factsOf(refused).watched === true;
}

/** Tells whether an operation's result is a refusal. */
export function isRefused(result: unknown): result is Refused {
  return typeof result === 'object' && result !== null && 'refused' in result;
}

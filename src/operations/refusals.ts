import { accessRefusals } from './refusals/access.ts';
import { accountsRefusals } from './refusals/shares.ts';
import { commonRefusals } from './refusals/common.ts';
import { messagesRefusals } from './refusals/messages.ts';
import type { RefusalTexts } from './refusals/refusal-texts.ts';

/** Every way in which the site says no, with its status and its text in each language. */
export const webRefusals = {
  ...commonRefusals,
  ...accessRefusals,
  ...accountsRefusals,
  ...messagesRefusals,
};

export type WebRefusal = keyof typeof webRefusals;

/** An expected “no”: a value, not a throw. */
export interface Refused {
  readonly refused: WebRefusal;
  /** The input field that it is about. */
  readonly field?: string;
  /** Fills `{name}` places of the text. */
  readonly facts?: Readonly<Record<string, string>>;
  /** When it is worth trying again: becomes `Retry-After`. */
  readonly retryAt?: Temporal.Instant;
}

export function refuse(refused: WebRefusal, more: Omit<Refused, 'refused'> = {}): Refused {
  return { refused, ...more };
}

/** Whether a refusal may be part of an attack, so that the security log has it. */
export function isWatched(refused: WebRefusal): boolean {
  const texts: RefusalTexts = webRefusals[refused];
  return texts.watched === true;
}

/** Whether an operation said no. */
export function isRefused(result: unknown): result is Refused {
  return typeof result === 'object' && result !== null && 'refused' in result;
}

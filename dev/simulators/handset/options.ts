import type { Clock } from '../../../src/kernel/clock.ts';
import type { TwilioSimulator } from '../twilio/simulator.ts';
import type { XSimulator } from '../x/simulator.ts';

/** Whose phone it can be. */
export interface HandsetPerson {
  /** The member number: by it the bank signs them in with one click. */
  readonly number: string;
  readonly name: string;
  readonly handle: string;
  readonly userId: string;
  /** E.164. */
  readonly phone: string;
  readonly language: string;
  readonly about: string;
}

export interface HandsetOptions {
  readonly simulator: XSimulator;
  readonly bankUserId: string;
  readonly bankName: string;
  readonly bankHandle: string;
  readonly people: readonly HandsetPerson[];
  readonly clock: Clock;
  /** Text messages beside X's. Absent: the phone has none. */
  readonly sms?: { readonly simulator: TwilioSimulator; readonly bankNumber: string } | undefined;
  /** The member site's name, shown beside the phone; it lies at the same origin. Absent: there is none. */
  readonly bank?: { readonly name: string } | undefined;
}

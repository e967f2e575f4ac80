import type { Clock } from '../../../src/kernel/clock.ts';
import type { ChatPhone } from './chat/phone.ts';
import type { TwilioSimulator } from '../twilio/simulator.ts';
import type { XSimulator } from '../x/simulator.ts';

/** A possible owner of the phone. */
export interface HandsetPerson {
  /** The member number. With it, the bank signs them in by one click. */
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
  /** Text messages besides X's. If absent, the phone has none. */
  readonly sms?: { readonly simulator: TwilioSimulator; readonly bankNumber: string } | undefined;
  /** X's encrypted chat: a phone a member, by user id. If absent, there is none. */
  readonly chat?: ReadonlyMap<string, ChatPhone> | undefined;
  /**
   * The member site's name, shown next to the phone. The site has the same origin. Absent if there
   * is none. The console of the bank's people has an address of its own.
   */
  readonly bank?: { readonly name: string; readonly consoleUrl?: string } | undefined;
}

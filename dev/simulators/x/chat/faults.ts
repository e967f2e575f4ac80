import type { ChatFailure } from './failures.ts';

/** What goes wrong with a call: done, but the answer is lost; or refused. */
export type ChatCallFault = 'lost' | 'throttled' | 'no_credit' | 'not_enrolled' | 'server_error';

/** How the chat fails when a test asks for it. Each list is for the next calls or deliveries, in order. */
export interface ChatFaults {
  readonly sends: (ChatCallFault | ChatFailure)[];
  readonly keyChanges: ChatCallFault[];
  readonly registrations: ChatCallFault[];
  /** For calls that read: public keys, events, the inbox. */
  readonly reads: Exclude<ChatCallFault, 'lost'>[];
  /** `late`: delivered when the test says so. `doubled`: delivered twice. `at_once`: twice, and the second doesn't wait for the first. */
  readonly deliveries: ('lost' | 'late' | 'doubled' | 'at_once')[];
  /** Requests are not delivered by webhook. */
  hidesRequests: boolean;
  /** Neither webhooks nor the events call show key changes. */
  withholdsKeyChanges: boolean;
  /** A signature by an older registered key is refused. */
  refusesOlderKeys: boolean;
  /** A message with an id that was there before is taken and not added again. */
  dropsRepeats: boolean;
}

export function noChatFaults(): ChatFaults {
  return {
    sends: [],
    keyChanges: [],
    registrations: [],
    reads: [],
    deliveries: [],
    hidesRequests: false,
    withholdsKeyChanges: false,
    refusesOlderKeys: false,
    dropsRepeats: false,
  };
}

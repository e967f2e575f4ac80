import type { SendRefusal } from './api/send-refusals.ts';
import type { ChatFaults } from './chat/faults.ts';
import type { DeliveryFaults } from './deliver.ts';

export interface XFaults extends DeliveryFaults {
  /** How we answer the next sends. `lost`: done, but the answer is lost. */
  sends: ('throttled' | 'server_error' | 'lost' | SendRefusal)[];
  /** The next requested replays fail. */
  replays: 'server_error'[];
  /** This app may not follow back. */
  followForbidden: boolean;
  readonly chat: ChatFaults;
}

import type { SendRefusal } from './api/send-refusals.ts';
import type { DeliveryFaults } from './deliver.ts';

export interface XFaults extends DeliveryFaults {
  /** The next sends are answered so. `lost`: done, and the answer is lost. */
  sends: ('throttled' | 'server_error' | 'lost' | SendRefusal)[];
  /** The next replays that are asked for fail. */
  replays: 'server_error'[];
  /** Following back is not allowed to this app. */
  followForbidden: boolean;
}

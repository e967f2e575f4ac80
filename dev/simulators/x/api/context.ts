import type { World } from '../../../../src/kernel/world.ts';
import type { Limits } from '../limits.ts';
import type { XFaults } from '../faults.ts';
import type { XMessage, XState, XWebhookRow } from '../state.ts';

/** What the calls work with. */
export interface ApiContext {
  readonly world: World;
  readonly state: XState;
  readonly limits: Limits;
  readonly faults: XFaults;
  readonly clientId: string;
  readonly send: (message: { from: string; to: string; text: string }) => Promise<XMessage>;
  readonly follow: (
    from: string,
    to: string,
    event: 'follow.follow' | 'follow.unfollow',
  ) => Promise<void>;
  readonly giveToken: (userId?: string) => { accessToken: string; refreshToken: string };
  readonly challenge: (url: string) => Promise<boolean>;
  /** Repeats the deliveries to this webhook from that period. */
  readonly replay: (
    webhook: XWebhookRow,
    when: { readonly from: Temporal.Instant; readonly until: Temporal.Instant },
  ) => void;
}

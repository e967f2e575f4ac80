import type { World } from '../../../../src/kernel/world.ts';
import type { PostedEvent } from '../chat/acts.ts';
import type { ChatEvent } from '../chat/event.ts';
import type { ChatConversation } from '../chat/state.ts';
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
  readonly chat: {
    readonly append: (conversation: ChatConversation, posted: PostedEvent) => ChatEvent;
    readonly announce: (conversation: ChatConversation, event: ChatEvent) => Promise<void>;
  };
  readonly giveToken: (userId?: string) => { accessToken: string; refreshToken: string };
  readonly challenge: (url: string) => Promise<boolean>;
  /** Repeats the deliveries to this webhook from that period. */
  readonly replay: (
    webhook: XWebhookRow,
    when: { readonly from: Temporal.Instant; readonly until: Temporal.Instant },
  ) => void;
}

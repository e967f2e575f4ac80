import type { Database } from '../database/database.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Metrics } from '../kernel/metrics.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import type { Institution } from '../members/institution.ts';
import type { ChannelEvent } from '../messages/channel.ts';
import type { Core } from '../core/core.ts';

/** What the conversation needs; `service` provides it. */
export interface ConversationDependencies {
  readonly db: Database;
  readonly core: Core;
  readonly keyring: Keyring;
  readonly world: World;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Returns the institution as it is now; the provider may cache it for a moment. */
  institution(id: number): Promise<Institution>;
  /** Applies receipts and echoes of sent messages. */
  delivery(events: readonly ChannelEvent[]): Promise<void>;
  /** Called after each commit that queued messages to send. */
  queued(): void;
  /** Called after each commit that created an order to a core elsewhere. */
  ordered?(): void;
}

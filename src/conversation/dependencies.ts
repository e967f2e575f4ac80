import type { Database } from '../database/database.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Metrics } from '../kernel/metrics.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { World } from '../kernel/world.ts';
import type { Institution } from '../members/institution.ts';
import type { ChannelEvent } from '../messages/channel.ts';
import type { Core } from '../core/core.ts';

/** What the conversation works with; `service` fills it. */
export interface ConversationDependencies {
  readonly db: Database;
  readonly core: Core;
  readonly keyring: Keyring;
  readonly world: World;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** The institution as it stands; cached for a moment by whoever fills this. */
  institution(id: number): Promise<Institution>;
  /** Receipts and echoes of what was sent. */
  delivery(events: readonly ChannelEvent[]): Promise<void>;
  /** Called after each commit that queued something to send. */
  queued(): void;
  /** Called after each commit that left an order to a core elsewhere. */
  ordered?(): void;
}

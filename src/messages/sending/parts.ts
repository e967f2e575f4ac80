import type { Database } from '../../database/database.ts';
import type { Presence } from '../../database/presence.ts';
import type { Logger } from '../../kernel/logger.ts';
import type { Metrics } from '../../kernel/metrics.ts';
import type { Keyring } from '../../kernel/keyring.ts';
import type { World } from '../../kernel/world.ts';
import type { Channel, ChannelName } from '../channel.ts';
import type { Pace } from './pace.ts';
import type { Pauses } from './pauses.ts';

export interface DispatcherOptions {
  readonly db: Database;
  readonly institutionIds: () => Promise<readonly number[]>;
  readonly channels: (institutionId: number) => readonly Channel[];
  readonly keyring: Keyring;
  readonly world: World;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** People must act: a carrier's credit is exhausted or access withdrawn, or (`alarm`) somebody intrudes. */
  readonly staffMust: (institutionId: number, what: string, kind?: 'alarm') => Promise<void>;
  readonly concurrencyMax?: number;
}

/** What a dispatcher is made of. */
export interface Parts extends DispatcherOptions {
  readonly presence: Presence;
  readonly pauses: Pauses;
  readonly paceOf: (institutionId: number, channel: ChannelName) => Pace;
}

/** One institution's channel. */
export interface Place {
  readonly institutionId: number;
  readonly channel: Channel;
}

import type { AlarmDelivery } from '../alarms/tell-staff.ts';
import type { ChannelJob } from '../channels/install.ts';
import type { Core } from '../core/core.ts';
import type { Database } from '../database/database.ts';
import type { Keyring } from '../kernel/keyring.ts';
import type { Logger } from '../kernel/logger.ts';
import type { ChannelName } from '../kernel/vocabulary/channel.ts';
import type { World } from '../kernel/world.ts';
import type { Institution } from '../members/institution.ts';
import type { ObservedMetrics } from '../observe/metrics.ts';
import type { PostWebhook } from '../programs/post-webhook.ts';
import type { PushDelivery } from '../push/deliver.ts';
import type { StaffMust } from './event-consumers.ts';

/** What the installation's jobs work with. */
export interface JobsGiven {
  readonly db: Database;
  readonly world: World;
  readonly keyring: Keyring;
  readonly logger: Logger;
  readonly metrics: ObservedMetrics;
  readonly institutions: {
    all(): Promise<readonly Institution[]>;
    get(id: number): Promise<Institution>;
  };
  /** What the installed channels do every minute. */
  readonly channelJobs: readonly ChannelJob[];
  readonly staffMust: StaffMust;
  /** How alarms reach staff. Absent: they don’t leave. */
  readonly alarms?: AlarmDelivery | undefined;
  /** How pushes leave, and where members reach the site. */
  readonly push: Pick<PushDelivery, 'post' | 'publicUrlOf'>;
  /** How events leave for webhooks. If absent, by https. */
  readonly webhooks?: PostWebhook | undefined;
  /** Where the institution’s books are. */
  readonly coreOf: (institution: Institution) => Core;
  /** The institution's channels. */
  readonly channelsOf: (institution: Institution) => readonly ChannelName[];
  /** Call it after something was queued to be sent. */
  readonly queued: () => void;
}

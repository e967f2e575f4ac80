import type { Logger } from '../../kernel/logger.ts';
import type { Metrics } from '../../kernel/metrics.ts';
import type { World } from '../../kernel/world.ts';
import type { Channel, Inbox } from '../../messages/channel.ts';
import type { PhoneDirectory } from '../../messages/directory.ts';
import type { InstalledWebhook } from '../install.ts';
import type { SmsSetting } from './settings.ts';

export interface CarrierPorts {
  readonly world: World;
}

/** A carrier of texts that this installation has. */
export interface InstalledCarrier {
  channelOf(sms: SmsSetting): Channel;
  readonly phones?: PhoneDirectory;
  webhook(given: {
    /** The institution whose number or messaging service this is. */
    readonly institutionOf: (sender: {
      readonly number: string;
      readonly messagingServiceSid?: string;
    }) => number | undefined;
    readonly inbox: Inbox;
    readonly logger: Logger;
    readonly metrics: Metrics;
  }): InstalledWebhook;
}

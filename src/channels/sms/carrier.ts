import type { Logger } from '../../kernel/logger.ts';
import type { Metrics } from '../../kernel/metrics.ts';
import type { Institution } from '../../members/institution.ts';
import type { Channel, Inbox } from '../../messages/channel.ts';
import type { PhoneDirectory } from '../../messages/directory.ts';
import type { InstalledWebhook, InstallPorts } from '../install.ts';
import type { SmsSetting } from './settings.ts';

export type CarrierPorts = Pick<InstallPorts, 'world' | 'placesAt' | 'optsOut'>;

/** A carrier of texts that this installation has. */
export interface InstalledCarrier {
  channelOf(sms: SmsSetting, institution: Institution): Channel;
  readonly phones?: PhoneDirectory;
  webhook(given: {
    /** The institution whose number, RCS sender or messaging service this is. */
    readonly institutionOf: (sender: {
      readonly number: string;
      readonly messagingServiceSid?: string;
    }) => number | undefined;
    /** Those whose texts go by this carrier. */
    readonly institutions: () => readonly Institution[];
    readonly inbox: Inbox;
    readonly logger: Logger;
    readonly metrics: Metrics;
  }): InstalledWebhook;
}

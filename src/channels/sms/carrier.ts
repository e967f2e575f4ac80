import type { Logger } from '../../kernel/logger.ts';
import type { Metrics } from '../../kernel/metrics.ts';
import type { Institution } from '../../members/institution.ts';
import type { Channel, Inbox } from '../../messages/channel.ts';
import type { PhoneDirectory } from '../../messages/directory.ts';
import type { InstalledWebhook, InstallPorts } from '../install.ts';
import type { SmsSetting } from './settings.ts';

export type CarrierPorts = Pick<InstallPorts, 'world' | 'placesAt' | 'optsOut'>;

/** An installed carrier of texts. */
export interface InstalledCarrier {
  channelOf(sms: SmsSetting, institution: Institution): Channel;
  readonly phones?: PhoneDirectory;
  webhook(given: {
    /** The institution that has this number, RCS sender or messaging service. */
    readonly institutionOf: (sender: {
      readonly number: string;
      readonly messagingServiceSid?: string;
    }) => number | undefined;
    /** The institutions that use this carrier. */
    readonly institutions: () => readonly Institution[];
    readonly inbox: Inbox;
    readonly logger: Logger;
    readonly metrics: Metrics;
  }): InstalledWebhook;
}

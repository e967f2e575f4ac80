import type { World } from '../../kernel/world.ts';
import type { Channel } from '../../messages/channel.ts';
import type { PhoneDirectory } from '../../messages/directory.ts';
import type { SmsSetting } from '../sms/settings.ts';
import { createTwilioClient, type TwilioClient } from './client.ts';
import { lookUpNumber } from './lookup-number.ts';
import { createTwilioChannel } from './twilio-channel.ts';
import { createTwilioWebhook } from './webhook.ts';
import type { OptOutHandling } from './who-answers.ts';
import type { CarrierPorts, InstalledCarrier } from '../sms/carrier.ts';

export interface TwilioOptions {
  readonly accountSid: string;
  /** The newest first. */
  readonly authTokens: readonly string[];
  /** API key and secret, or the account's SID and auth token. */
  readonly credentials: { readonly username: string; readonly password: string };
  readonly optOut: OptOutHandling;
  readonly base: string;
  readonly lookupsBase: string;
  readonly microdollarsPerSegment: number;
  /** Where Twilio delivers to: `https://bank.example/twilio`. */
  readonly publicUrl: string;
  readonly fetch: typeof fetch;
}

/** Installs Twilio as a carrier of texts. */
export function installTwilio(twilio: TwilioOptions, { world }: CarrierPorts): InstalledCarrier {
  const client = createTwilioClient(twilio);
  return {
    channelOf: (sms) => twilioChannel({ twilio, client, sms, world }),
    phones: phonesOf(client, world),
    webhook: (shared) => ({
      name: 'twilio',
      path: '/twilio',
      app: createTwilioWebhook({ ...shared, ...twilio }),
    }),
  };
}

function twilioChannel(given: {
  readonly twilio: TwilioOptions;
  readonly client: TwilioClient;
  readonly sms: SmsSetting;
  readonly world: World;
}): Channel {
  const { twilio, client, sms, world } = given;
  return createTwilioChannel({
    client,
    sender:
      sms.messagingServiceSid === undefined
        ? { number: sms.number }
        : { messagingServiceSid: sms.messagingServiceSid },
    statusCallback: `${twilio.publicUrl}/status`,
    clock: world.clock,
    costMicrodollarsPerUnit: twilio.microdollarsPerSegment,
  });
}

const lineTypes = new Map<string, 'mobile' | 'landline' | 'voip'>([
  ['mobile', 'mobile'],
  ['landline', 'landline'],
  ['fixedVoip', 'voip'],
  ['nonFixedVoip', 'voip'],
]);

function phonesOf(client: TwilioClient, world: World): PhoneDirectory {
  return {
    lookup: async (number) => {
      const facts = await lookUpNumber({ client, clock: world.clock }, { e164: number });
      return {
        lineType: facts.lineType === null ? null : (lineTypes.get(facts.lineType) ?? 'other'),
        // Where the carrier tells only since when it was surely the same, it was changed then at the latest.
        simChangedAt: facts.simChangedAt ?? facts.simSameSince,
        reassigned: facts.reassigned,
      };
    },
  };
}

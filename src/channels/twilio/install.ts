import type { World } from '../../kernel/world.ts';
import type { Channel } from '../../messages/channel.ts';
import type { PhoneDirectory } from '../../messages/directory.ts';
import type { SmsSetting } from '../sms/settings.ts';
import { createTwilioClient, type TwilioClient } from './client.ts';
import { lookUpNumber } from './lookup-number.ts';
import { createTwilioOwners } from './owners.ts';
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
  /** Where Twilio delivers for institutions without an address of their own: `https://bank.example/twilio`. */
  readonly publicUrl: string;
  readonly fetch: typeof fetch;
}

/** Installs Twilio as a carrier of texts. */
export function installTwilio(twilio: TwilioOptions, ports: CarrierPorts): InstalledCarrier {
  const { world } = ports;
  const client = createTwilioClient(twilio);
  return {
    channelOf: (sms, { settings: { publicUrl } }) => {
      const deliverTo = publicUrl === undefined ? twilio.publicUrl : `${publicUrl}${path}`;
      return twilioChannel({ twilio, client, sms, world, deliverTo });
    },
    phones: phonesOf(client, world),
    webhook: ({ institutionOf, institutions, ...shared }) => ({
      name: 'twilio',
      path,
      app: createTwilioWebhook({
        ...shared,
        ...twilio,
        ...createTwilioOwners({ institutionOf, institutions, optsOut: ports.optsOut }),
        addressAt: addressesOf(twilio, ports),
      }),
    }),
  };
}

/** The webhook's path, on every host. */
const path = '/twilio';

/** Finds by host where Twilio delivers. Twilio signs the address that it was given, so never take it from a request. */
function addressesOf({ publicUrl }: TwilioOptions, { placesAt }: CarrierPorts) {
  const places = placesAt(publicUrl);
  return async (host: string | undefined) => {
    const place = await places.at(host);
    if (!place) return undefined;
    const isOwn = place.publicUrl !== publicUrl;
    return { publicUrl: isOwn ? `${place.publicUrl}${path}` : publicUrl, only: place.only };
  };
}

function twilioChannel(given: {
  readonly twilio: TwilioOptions;
  readonly client: TwilioClient;
  readonly sms: SmsSetting;
  readonly world: World;
  readonly deliverTo: string;
}): Channel {
  const { twilio, client, sms, world, deliverTo } = given;
  return createTwilioChannel({
    client,
    sender:
      sms.messagingServiceSid === undefined
        ? { number: sms.number }
        : { messagingServiceSid: sms.messagingServiceSid },
    statusCallback: `${deliverTo}/status`,
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
        // If the carrier only says since when it was surely the same, the change was then at the latest.
        simChangedAt: facts.simChangedAt ?? facts.simSameSince,
        reassigned: facts.reassigned,
      };
    },
  };
}

import type { Hono } from 'hono';
import { createKannelClient } from '../channels/kannel/client.ts';
import { createKannelChannel } from '../channels/kannel/kannel-channel.ts';
import { createReceiptsHeard, type ReceiptsHeard } from '../channels/kannel/receipts-heard.ts';
import { createKannelWebhook } from '../channels/kannel/webhook.ts';
import type { OptOutHandling } from '../channels/twilio/who-answers.ts';
import { createTwilioClient, type TwilioClient } from '../channels/twilio/client.ts';
import { lookUpNumber } from '../channels/twilio/lookup-number.ts';
import { createTwilioChannel } from '../channels/twilio/twilio-channel.ts';
import { createTwilioWebhook } from '../channels/twilio/webhook.ts';
import type { Logger } from '../kernel/logger.ts';
import type { Metrics } from '../kernel/metrics.ts';
import type { World } from '../kernel/world.ts';
import type { Institution } from '../members/institution.ts';
import type { Channel, Inbox } from '../messages/channel.ts';
import type { PhoneDirectory } from '../operations/ports.ts';
import { carrierOf, type CarriersHad } from './carrier-of.ts';
import type { InstitutionCache } from './institution-cache.ts';
import { createSites } from './sites.ts';
import { createTwilioOwners } from './twilio-owners.ts';

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
  /** Where Twilio delivers to, for institutions without an address of their own: `https://bank.example/twilio`. */
  readonly publicUrl: string;
  readonly fetch: typeof fetch;
}

export interface KannelOptions {
  /** Its `sendsms` service. */
  readonly sendsmsUrl: string;
  readonly credentials: { readonly username: string; readonly password: string };
  /** The newest first; the first goes into what we ask Kannel to call. */
  readonly secrets: readonly string[];
  /** Where Kannel reaches us: `http://10.0.0.5:8080/kannel`. */
  readonly callbackUrl: string;
  readonly validityMinutes: number;
  readonly microdollarsPerSegment: number;
  readonly fetch: typeof fetch;
}

export interface SmsOptions {
  readonly twilio?: TwilioOptions | undefined;
  readonly kannel?: KannelOptions | undefined;
}

/** The carriers of SMS that this installation has, joined to the institutions' numbers. */
export interface SmsCarriers {
  /** The institution's channel, where it has a number and a carrier for it. */
  channelOf(institution: Institution): Channel | undefined;
  /** The carriers' webhooks, by where they are mounted. */
  webhooks(
    given: Webhooks,
  ): readonly { readonly path: '/twilio' | '/kannel'; readonly app: Hono }[];
  /** Whom carriers say numbers to belong to, where one can be asked. */
  readonly phones?: PhoneDirectory;
}

interface Webhooks {
  readonly institutions: InstitutionCache;
  readonly inbox: Inbox;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

export function createSmsCarriers(
  { twilio, kannel }: SmsOptions,
  { world }: { readonly world: World },
): SmsCarriers {
  const client = twilio && createTwilioClient(twilio);
  const heard = createReceiptsHeard();
  const has: CarriersHad = { twilio: Boolean(twilio), kannel: Boolean(kannel) };
  return {
    channelOf: ({ settings: { sms, publicUrl } }) => {
      if (!sms) return undefined;
      const carrier = carrierOf(sms, has);
      if (carrier === 'twilio' && twilio && client)
        return twilioChannel({
          twilio,
          client,
          sms,
          world,
          deliverTo: publicUrl === undefined ? twilio.publicUrl : `${publicUrl}${paths.twilio}`,
        });
      return carrier === 'kannel' && kannel
        ? kannelChannel({ kannel, sms, world, heard })
        : undefined;
    },
    webhooks: ({ institutions, ...shared }) => {
      const institutionOf: InstitutionCache['bySmsSender'] = (sender) =>
        institutions.bySmsSender(sender);
      const owners = createTwilioOwners(institutions, has);
      return [
        ...(twilio
          ? [
              {
                path: paths.twilio,
                app: createTwilioWebhook({
                  ...shared,
                  ...twilio,
                  ...owners,
                  addressAt: twilioAddresses(institutions, twilio),
                }),
              },
            ]
          : []),
        ...(kannel
          ? [
              {
                path: paths.kannel,
                app: createKannelWebhook({
                  ...shared,
                  secrets: kannel.secrets,
                  institutionOf,
                  heard,
                }),
              },
            ]
          : []),
      ];
    },
    ...(client ? { phones: phonesOf(client, world) } : {}),
  };
}

/** Where the webhooks are mounted, under each host. */
const paths = { twilio: '/twilio', kannel: '/kannel' } as const;

/** By host, where Twilio delivers: it signs the address that it was told, which is never taken from what a request says. */
function twilioAddresses(institutions: InstitutionCache, { publicUrl }: TwilioOptions) {
  const sites = createSites({ institutions, publicUrl });
  return async (host: string | undefined) => {
    const place = await sites.at(host);
    if (!place) return undefined;
    const isOwn = place.publicUrl !== publicUrl;
    return { publicUrl: isOwn ? `${place.publicUrl}${paths.twilio}` : publicUrl, only: place.only };
  };
}

type SmsSetting = NonNullable<Institution['settings']['sms']>;

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

function kannelChannel(given: {
  readonly kannel: KannelOptions;
  readonly sms: SmsSetting;
  readonly world: World;
  readonly heard: ReceiptsHeard;
}): Channel {
  const { kannel, sms, world, heard } = given;
  const [secret = ''] = kannel.secrets;
  return createKannelChannel({
    client: createKannelClient({
      base: kannel.sendsmsUrl,
      credentials: kannel.credentials,
      callbackUrl: kannel.callbackUrl,
      secret,
      fetch: kannel.fetch,
    }),
    from: sms.number,
    clock: world.clock,
    heard,
    costMicrodollarsPerUnit: kannel.microdollarsPerSegment,
    validityMinutes: kannel.validityMinutes,
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

import type { World } from '../../kernel/world.ts';
import type { Channel } from '../../messages/channel.ts';
import type { CarrierPorts, InstalledCarrier } from '../sms/carrier.ts';
import type { SmsSetting } from '../sms/settings.ts';
import { createKannelClient } from './client.ts';
import { createKannelChannel } from './kannel-channel.ts';
import { createReceiptsHeard, type ReceiptsHeard } from './receipts-heard.ts';
import { createKannelWebhook } from './webhook.ts';

export interface KannelOptions {
  /** The address of its `sendsms` service. */
  readonly sendsmsUrl: string;
  readonly credentials: { readonly username: string; readonly password: string };
  /** The newest first. The first is used in the addresses we give to Kannel. */
  readonly secrets: readonly string[];
  /** Where Kannel reaches us: `http://10.0.0.5:8080/kannel`. */
  readonly callbackUrl: string;
  readonly validityMinutes: number;
  readonly microdollarsPerSegment: number;
  readonly fetch: typeof fetch;
}

/** Installs Kannel as a carrier of texts. */
export function installKannel(kannel: KannelOptions, { world }: CarrierPorts): InstalledCarrier {
  const heard = createReceiptsHeard();
  return {
    channelOf: (sms) => kannelChannel({ kannel, sms, world, heard }),
    webhook: ({ institutionOf, inbox, logger, metrics }) => ({
      name: 'kannel',
      path: '/kannel',
      app: createKannelWebhook({
        institutionOf,
        inbox,
        logger,
        metrics,
        secrets: kannel.secrets,
        heard,
      }),
    }),
  };
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

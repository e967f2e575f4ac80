import type { Institution } from '../../members/institution.ts';
import type { InstalledChannel, InstallPorts } from '../install.ts';
import { installKannel, type KannelOptions } from '../kannel/install.ts';
import { installTwilio, type TwilioOptions } from '../twilio/install.ts';
import type { InstalledCarrier } from './carrier.ts';
import { carrierOf } from './carrier-of.ts';
import { smsCarriers, type SmsCarrier } from './settings.ts';

/** By carrier; absent: this installation does not have it. */
export interface SmsOptions {
  readonly twilio?: TwilioOptions | undefined;
  readonly kannel?: KannelOptions | undefined;
}

/** Installs text messages: the carriers that this installation has, joined to the institutions' numbers. */
export function installSms({ twilio, kannel }: SmsOptions, ports: InstallPorts): InstalledChannel {
  const { institutions, logger, metrics } = ports;
  const carriers: Readonly<Record<SmsCarrier, InstalledCarrier | undefined>> = {
    twilio: twilio && installTwilio(twilio, ports),
    kannel: kannel && installKannel(kannel, ports),
  };
  const all = smsCarriers.flatMap((name) => carriers[name] ?? []);
  const phones = all.find((one) => one.phones)?.phones;
  return {
    name: 'sms',
    channelOf: ({ settings: { sms } }) => {
      const carrier = sms && carrierOf(sms, (name) => carriers[name] !== undefined);
      return sms && carrier && carriers[carrier]?.channelOf(sms);
    },
    ...(phones ? { phones } : {}),
    receive: (inbox) => {
      const institutionOf = (sender: Sender) => ownerOf(institutions.seen(), sender);
      return {
        webhooks: all.map((one) => one.webhook({ institutionOf, inbox, logger, metrics })),
        jobs: [],
      };
    },
  };
}

interface Sender {
  readonly number: string;
  readonly messagingServiceSid?: string;
}

/** The institution whose number or messaging service this is. */
function ownerOf(
  institutions: readonly Institution[],
  { number, messagingServiceSid }: Sender,
): number | undefined {
  return institutions.find(
    ({ settings: { sms } }) =>
      sms !== undefined &&
      (sms.number === number ||
        (messagingServiceSid !== undefined && sms.messagingServiceSid === messagingServiceSid)),
  )?.id;
}

import type { Institution } from '../../members/institution.ts';
import type { InstalledChannel, InstallPorts } from '../install.ts';
import { installKannel, type KannelOptions } from '../kannel/install.ts';
import { installTwilio, type TwilioOptions } from '../twilio/install.ts';
import type { InstalledCarrier } from './carrier.ts';
import { carrierOf } from './carrier-of.ts';
import { smsCarriers, type SmsCarrier } from './settings.ts';

/** By carrier. Absent: not in this installation. */
export interface SmsOptions {
  readonly twilio?: TwilioOptions | undefined;
  readonly kannel?: KannelOptions | undefined;
}

/** Installs text messages: joins the installed carriers to the institutions' numbers. */
export function installSms({ twilio, kannel }: SmsOptions, ports: InstallPorts): InstalledChannel {
  const { institutions, logger, metrics } = ports;
  const carriers: Readonly<Record<SmsCarrier, InstalledCarrier | undefined>> = {
    twilio: twilio && installTwilio(twilio, ports),
    kannel: kannel && installKannel(kannel, ports),
  };
  const carrierFor = ({ settings: { sms } }: Institution) =>
    sms && carrierOf(sms, (name) => carriers[name] !== undefined);
  const phones = smsCarriers.map((name) => carriers[name]?.phones).find((one) => one);
  return {
    name: 'sms',
    channelOf: (institution) => {
      const { sms } = institution.settings;
      const carrier = carrierFor(institution);
      return sms && carrier && carriers[carrier]?.channelOf(sms, institution);
    },
    ...(phones ? { phones } : {}),
    receive: (inbox) => {
      const institutionOf = (sender: Sender) => ownerOf(institutions.seen(), sender);
      const webhookOf = (name: SmsCarrier) =>
        carriers[name]?.webhook({
          institutionOf,
          institutions: () => institutions.seen().filter((one) => carrierFor(one) === name),
          inbox,
          logger,
          metrics,
        }) ?? [];
      return { webhooks: smsCarriers.flatMap(webhookOf), jobs: [] };
    },
  };
}

interface Sender {
  readonly number: string;
  readonly messagingServiceSid?: string;
}

/** The institution that has this number, RCS sender or messaging service. */
function ownerOf(
  institutions: readonly Institution[],
  { number, messagingServiceSid }: Sender,
): number | undefined {
  return institutions.find(
    ({ settings: { sms } }) =>
      sms !== undefined &&
      (sms.number === number ||
        (sms.rcsSender !== undefined && number === `rcs:${sms.rcsSender}`) ||
        (messagingServiceSid !== undefined && sms.messagingServiceSid === messagingServiceSid)),
  )?.id;
}

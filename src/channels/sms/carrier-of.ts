import { smsCarriers, type SmsCarrier, type SmsSetting } from './settings.ts';

/** By which of the carriers that this installation has an institution's texts go; `undefined`: by none. */
export function carrierOf(
  sms: Pick<SmsSetting, 'carrier'>,
  has: (carrier: SmsCarrier) => boolean,
): SmsCarrier | undefined {
  const wanted = sms.carrier ?? smsCarriers.find(has);
  return wanted && has(wanted) ? wanted : undefined;
}

import { smsCarriers, type SmsCarrier, type SmsSetting } from './settings.ts';

/** The installed carrier of an institution's texts; `undefined`: none. */
export function carrierOf(
  sms: Pick<SmsSetting, 'carrier'>,
  has: (carrier: SmsCarrier) => boolean,
): SmsCarrier | undefined {
  const wanted = sms.carrier ?? smsCarriers.find(has);
  return wanted && has(wanted) ? wanted : undefined;
}

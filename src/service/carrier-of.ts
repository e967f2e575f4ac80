import type { InstitutionSettings } from '../members/institution-settings.ts';

/** The carriers of SMS that this installation has. */
export type CarriersHad = Readonly<Record<'twilio' | 'kannel', boolean>>;

/** By which of the carriers that this installation has an institution's texts go; `undefined`: by none. */
export function carrierOf(
  sms: Pick<NonNullable<InstitutionSettings['sms']>, 'carrier'>,
  has: CarriersHad,
): 'twilio' | 'kannel' | undefined {
  const wanted = sms.carrier ?? (has.twilio ? 'twilio' : 'kannel');
  return has[wanted] ? wanted : undefined;
}

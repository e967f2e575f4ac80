import type { InstitutionOf, StoppedBy } from '../channels/twilio/read-forms.ts';
import { numberKind } from '../channels/twilio/wire.ts';
import { contextOf } from '../conversation/gather.ts';
import { read } from '../languages/reading.ts';
import type { Institution } from '../members/institution.ts';
import { carrierOf, type CarriersHad } from './carrier-of.ts';
import type { InstitutionCache } from './institution-cache.ts';

/** Tells whose a text on the Twilio account is, and whom a STOP there stops. */
export interface TwilioOwners {
  readonly institutionOf: InstitutionOf;
  readonly stoppedBy: StoppedBy;
}

/**
 * Attributes texts by the institutions' `sms` settings. RCS senders are not always in them: such a text belongs to the only institution
 * on the account. Where there are several, only a STOP counts, for all of them: a wish to get no more messages is never lost.
 */
export function createTwilioOwners(
  institutions: Pick<InstitutionCache, 'onSms' | 'bySmsSender'>,
  has: CarriersHad,
): TwilioOwners {
  const onAccount = () =>
    institutions
      .onSms()
      .filter(({ settings: { sms } }) => sms !== undefined && carrierOf(sms, has) === 'twilio');
  return {
    institutionOf: (sender) => {
      const named = institutions.bySmsSender(sender);
      if (named !== undefined || numberKind(sender.number) !== 'rcs') return named;
      const [only, ...others] = onAccount();
      return others.length === 0 ? only?.id : undefined;
    },
    stoppedBy: ({ text, isStop }) =>
      onAccount()
        .filter((institution) => isStop || optsOut(text, institution))
        .map(({ id }) => id),
  };
}

function optsOut(text: string, institution: Institution): boolean {
  return read(text, contextOf(institution, [], undefined)).reading.intent === 'stop';
}

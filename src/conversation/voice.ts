import { present } from '../kernel/assert.ts';
import type { Language } from '../language/language.ts';
import type { Voice } from '../language/reply.ts';
import type { Institution } from '../members/institution.ts';
import type { ChannelName } from '../messages/channel.ts';
import { currencyOf } from '../money/amount.ts';

/** One SMS segment of 160, less a space and the code's six characters: the measure on every channel. */
const room = 153;

/** How the institution speaks to this member on this channel. */
export function voiceOf(
  institution: Institution,
  language: Language,
  channel: ChannelName,
  now: Temporal.Instant,
): Voice {
  const { settings } = institution;
  return {
    language,
    zone: institution.zone,
    currency: present(currencyOf(institution.currency), 'the currency was checked when it was set'),
    channel,
    room,
    now,
    institution: {
      name: institution.name,
      service: settings.service,
      portalName: settings.portalName,
      portalAddress: settings.portalAddress,
      phone: settings.phone,
      hours: settings.hours,
      ...(settings.texts ? { texts: settings.texts } : {}),
    },
  };
}

import { present } from '../kernel/assert.ts';
import { currencyOf } from '../money/amount.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import type { InstitutionVoice } from './institution-voice.ts';
import type { Voice } from './reply.ts';

/** The room of every channel: one SMS segment of 160, less a space and the code's six characters. */
export const room = 153;

/** What we need to know about an institution that speaks. */
export interface Speaker {
  readonly name: string;
  /** IANA. */
  readonly zone: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly settings: {
    readonly service: string;
    readonly portalName: string;
    readonly portalAddress: string;
    readonly phone: string;
    readonly hours: Readonly<Record<Language, string>>;
    readonly answers?: InstitutionVoice['answers'] | undefined;
    readonly texts?: InstitutionVoice['texts'] | undefined;
  };
}

/** The member who gets the text. */
export interface Hearer {
  readonly language: Language;
  /** The member's own zone, if they chose one. */
  readonly zone?: string | undefined;
}

/** How the institution speaks to this member on this channel. */
export function voiceOf(
  institution: Speaker,
  { language, zone }: Hearer,
  channel: Voice['channel'],
  now: Temporal.Instant,
): Voice {
  const { settings } = institution;
  return {
    language,
    zone: institution.zone,
    clockZone: zone,
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
      ...(settings.answers ? { answers: settings.answers } : {}),
      ...(settings.texts ? { texts: settings.texts } : {}),
    },
  };
}

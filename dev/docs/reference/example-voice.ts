import { present } from '../../../src/kernel/assert.ts';
import type { Language } from '../../../src/kernel/vocabulary/language.ts';
import { inEachLanguage } from '../../../src/languages/in-each-language.ts';
import { currencyOf } from '../../../src/money/amount.ts';
import type { Voice } from '../../../src/wording/reply.ts';

export const exampleNow = Temporal.Instant.from('2026-11-23T16:42:00Z');

const exampleHours = {
  en: 'Mon-Fri 8am-6pm, Sat 9am-1pm',
  fr: 'lun-ven 8 h-18 h, sam 9 h-13 h',
  es: 'lun-vie 8-18 h, sáb 9-13 h',
};

/** The demonstration's voice, at 10:42 in the morning in Missouri. */
export function exampleVoice(language: Language, channel: Voice['channel']): Voice {
  return {
    language,
    channel,
    zone: 'America/Chicago',
    currency: present(currencyOf('USD'), 'the dollar is offered'),
    room: 153,
    now: exampleNow,
    institution: {
      name: 'Vantage Credit Union',
      service: 'Tweet My Money',
      portalName: 'MyVantage',
      portalAddress: 'myvantage.example',
      phone: '800-522-6009',
      hours: inEachLanguage(exampleHours),
    },
  };
}

import type { QuietHours } from '../../alerts/rule.ts';
import type { Listed, ReadingOf } from '../command.ts';

/** `QUIET 9PM 7AM`: no alerts then. Alone, says which hours hold. */
export const quiet: Listed<ReadingOf<'quiet'>> = {
  examples: (word) => [`#${word} 9pm 7am`, `#${word} off`],
  needs: () => ({ alerts: true }),
  decide: (reading, _situation, loaded) => {
    const { from, to, off } = reading;
    if (off)
      return {
        reply: { reply: 'quiet', isSet: true },
        effects: [{ effect: 'change_alerts', change: { change: 'quiet', quiet: null } }],
      };
    if (from === undefined || to === undefined) {
      const now = loaded.alerts().quiet;
      return { reply: { reply: 'quiet', ...(now ? { quiet: now } : {}) } };
    }
    const hours: QuietHours = { from: minuteOf(from), to: minuteOf(to) };
    return {
      reply: { reply: 'quiet', quiet: hours, isSet: true },
      effects: [{ effect: 'change_alerts', change: { change: 'quiet', quiet: hours } }],
    };
  },
};

function minuteOf(text: string): number {
  const { hour, minute } = Temporal.PlainTime.from(text);
  return hour * 60 + minute;
}

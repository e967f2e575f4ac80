import type { NumberedRule } from '../../alerts/rule.ts';
import type { Command, ReadingOf } from '../command.ts';
import { linesOf } from './lines.ts';

type AlertOffReading = ReadingOf<'alert_off'>;

/** `ALERT OFF 2`: ends one alert, all of a kind, or all. */
export const alertOff: Command<AlertOffReading> = {
  needs: () => ({ alerts: true }),
  decide: (reading, { shares }, loaded) => {
    const { rules } = loaded.alerts();
    const ending = rules.filter((rule) => isMeant(rule, reading));
    const lines = linesOf(ending, shares);
    // With OFF ALL, those end too that are on an account which the member no longer sees.
    if (ending.length === 0 || (lines.length === 0 && !reading.all))
      return { reply: { reply: 'alert_off', rules: [] } };
    return {
      reply: {
        reply: 'alert_off',
        rules: lines,
        ...(reading.all ? { all: true as const } : {}),
      },
      effects: [
        {
          effect: 'change_alerts',
          change: { change: 'remove', numbers: ending.map(({ number }) => number) },
          ...(ending.length === rules.length ? { endsAll: true as const } : {}),
        },
      ],
    };
  },
};

function isMeant(rule: NumberedRule, { number, kind, all }: AlertOffReading): boolean {
  if (all) return true;
  return number === undefined ? rule.kind === kind : rule.number === number;
}

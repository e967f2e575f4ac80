import type { AlertRule } from '../../alerts/rule.ts';
import type { Command, ReadingOf } from '../command.ts';
import { lineOf } from './lines.ts';

type AlertOffReading = ReadingOf<'alert_off'>;

/** `ALERT OFF 2`: ends one alert, all of a kind, or all. */
export const alertOff: Command<AlertOffReading> = {
  needs: () => ({ alerts: true }),
  decide: (reading, { shares }, loaded) => {
    const { rules } = loaded.alerts();
    const ending = rules.filter((rule) => isMeant(rule, reading));
    const lines = ending.map((rule) => lineOf(rule, shares));
    if (ending.length === 0) return { reply: { reply: 'alert_off', rules: [] } };
    return {
      reply: {
        reply: 'alert_off',
        rules: lines,
        ...(reading.all ? { all: true as const } : {}),
      },
      effects: [
        {
          effect: 'change_alerts',
          change: { change: 'remove', ruleIds: ending.map(({ id }) => id) },
          ...(ending.length === rules.length ? { endsAll: true as const } : {}),
        },
      ],
    };
  },
};

function isMeant(rule: AlertRule, { number, kind, all }: AlertOffReading): boolean {
  if (all) return true;
  return number === undefined ? rule.kind === kind : rule.number === number;
}

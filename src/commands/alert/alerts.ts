import type { Listed, ReadingOf } from '../command.ts';
import { linesOf } from './lines.ts';

/** `ALERTS`: the member's alerts, with the numbers that end them. */
export const alerts: Listed<ReadingOf<'alerts'>> = {
  examples: (word) => [`#${word}`],
  needs: () => ({ alerts: true }),
  decide: (_reading, { shares }, loaded) => {
    const { rules, quiet } = loaded.alerts();
    return {
      reply: { reply: 'alerts', rules: linesOf(rules, shares), ...(quiet ? { quiet } : {}) },
    };
  },
};

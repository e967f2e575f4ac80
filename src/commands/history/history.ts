import type { Listed } from '../command.ts';
import { answerList, listNeeds } from './answer.ts';
import type { ListReading } from './list-reading.ts';

/**
 * `#hist 7`, `#hist 7 10`: the newest entries of one account. `#dep` shows only money in, `#wd` only money out. `hist 7 since nov 1`,
 * `FIND walmart`, `how much did i spend at schnucks`: those that the question limits, or their sum.
 */
export const history: Listed<ListReading> = {
  examples: (word, { from }) => [`#${word} ${from}`, `#${word} ${from} 10`],
  needs: listNeeds,
  decide: answerList,
};

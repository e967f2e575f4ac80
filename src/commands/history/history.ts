import type { Listed } from '../command.ts';
import { answerList, listNeeds, type ListReading } from './answer.ts';

/** `#hist 7`, `#hist 7 10`: the newest entries of one account. `#dep` shows only money in, `#wd` only money out. */
export const history: Listed<ListReading> = {
  examples: (word, { from }) => [`#${word} ${from}`, `#${word} ${from} 10`],
  needs: listNeeds,
  decide: answerList,
};

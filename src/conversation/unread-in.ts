import type { UnreadText } from '../messages/texts-not-understood.ts';
import type { Decided } from './decided.ts';

/**
 * The texts of a batch that members got no answer to, for staff. Talk that has an answer of its own (a greeting, a lost card, a
 * secret) is none, and neither is what strangers, members after STOP and posts in public say.
 */
export function unreadIn(decisions: readonly Decided[]): UnreadText[] {
  return decisions.flatMap(({ answer, participant }): UnreadText[] => {
    const { understood, stored, isSecret, sender } = participant;
    const { reading, language, spoken, guess } = understood;
    const isUnread =
      sender !== undefined &&
      reading.intent === 'unknown' &&
      reading.care === undefined &&
      answer?.reply !== undefined &&
      !answer.opens &&
      answer.reply.reply === 'unknown';
    if (!isUnread || isSecret) return [];
    return [
      { what: 'unknown', text: stored, language: spoken ?? language, nearest: guess?.nearest },
    ];
  });
}

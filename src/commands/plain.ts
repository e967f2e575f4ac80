import type { Language } from '../kernel/vocabulary/language.ts';
import { helpTopics, type HelpTopic } from '../wording/reply.ts';
import { numberOpenNow } from '../members/office-hours.ts';
import type { Command } from './situation.ts';
import { nothing } from './situation.ts';

/** Commands that need nothing but the question. */

export const unlock: Command<{ readonly intent: 'unlock' }> = {
  needs: () => nothing,
  decide: () => ({ reply: { reply: 'unlock_where' } }),
};

/** Codes are changed in the online bank, never by message. */
export const code: Command<{ readonly intent: 'code' }> = {
  needs: () => nothing,
  decide: () => ({ reply: { reply: 'code_where' } }),
};

/** `español`: what we write from now on is in that language, where the institution offers it. */
export const language: Command<{ readonly intent: 'language'; readonly language: Language }> = {
  needs: () => nothing,
  decide: (reading, { settings }) =>
    settings.languages.includes(reading.language)
      ? {
          reply: { reply: 'language_changed' },
          effects: [{ effect: 'set_language', language: reading.language }],
        }
      : { reply: { reply: 'unknown' } },
};

export const contact: Command<{ readonly intent: 'contact' }> = {
  needs: () => nothing,
  decide: () => ({ reply: { reply: 'contact' } }),
};

/** Reaches a person: a task for staff, with a reference for the member. */
export const agent: Command<{ readonly intent: 'agent' }> = {
  needs: () => nothing,
  decide: (_reading, { stops, settings, zone, now }) => {
    if (stops === undefined)
      return { opens: 'agent', reply: ({ reference }) => ({ reply: 'agent', reference }) };
    // Nothing is stopped here: the number that someone answers now comes before all else.
    const call = numberOpenNow(settings, stops, zone, now);
    return {
      opens: 'agent',
      reply: ({ reference }) => ({
        reply: 'not_stopped',
        what: stops,
        reference,
        ...(call === undefined ? {} : { call }),
      }),
    };
  },
};

export const help: Command<{ readonly intent: 'help'; readonly topic?: string }> = {
  needs: () => nothing,
  decide: (reading) => {
    const topic = helpTopics.find((known): known is HelpTopic => known === reading.topic);
    return { reply: { reply: 'help', ...(topic ? { topic } : {}) } };
  },
};

/** STOP: opts out, voids what waits, and money movement stays suspended until the member signs in again. */
export const stop: Command<{ readonly intent: 'stop' }> = {
  needs: () => nothing,
  decide: () => ({
    reply: { reply: 'stopped' },
    voids: ['transfer', 'dispute', 'lock'],
    effects: [{ effect: 'opt_out' }, { effect: 'lock_money', reason: 'stop' }],
  }),
};

export const start: Command<{ readonly intent: 'start' }> = {
  needs: () => nothing,
  decide: (_reading, { address }) => ({
    // Only who may move money, and may not any more, is told what it takes.
    reply: { reply: 'started', ...(address.moneyLockedAt ? { locked: true } : {}) },
    effects: [{ effect: 'opt_in' }],
  }),
};

import type { Command, ReadingOf } from '../command.ts';

/** `español`: what we write from now on is in that language, where the institution offers it. */
export const language: Command<ReadingOf<'language'>> = {
  decide: (reading, { settings }) =>
    settings.languages.includes(reading.language)
      ? {
          reply: { reply: 'language_changed' },
          effects: [{ effect: 'set_language', language: reading.language }],
        }
      : { reply: { reply: 'unknown' } },
};

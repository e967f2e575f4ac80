import type { Command, ReadingOf } from '../command.ts';

/** `español`: switches all later messages to that language, if the institution offers it. */
export const language: Command<ReadingOf<'language'>> = {
  decide: (reading, { settings }) =>
    settings.languages.includes(reading.language)
      ? {
          reply: { reply: 'language_changed' },
          effects: [{ effect: 'set_language', language: reading.language }],
        }
      : { reply: { reply: 'unknown' } },
};

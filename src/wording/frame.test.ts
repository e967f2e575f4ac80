import { describe, expect, it } from 'vitest';
import { present } from '../kernel/assert.ts';
import { guessableIntents } from '../kernel/vocabulary/guess.ts';
import { languages } from '../kernel/vocabulary/language.ts';
import { packs } from '../languages/index.ts';
import { render } from '../languages/wording.ts';
import { exampleVoice } from '../../dev/docs/reference/example-voice.ts';
import { replyExamples } from '../../dev/docs/reference/reply-examples.ts';
import { framed, framesOf } from './frame.ts';
import type { Reply } from './reply.ts';

const locale = { readAs: { balance: 'Your balance:' }, notMeant: 'Not what you meant? HELP' };
const room = 153;

/** The example of a reply. */
function example(kind: Reply['reply']): Reply {
  return present(
    [...replyExamples].map(([, reply]) => reply).find(({ reply }) => reply === kind),
    kind,
  );
}

describe('the frame of an answer to a guess', () => {
  const text = (length: number) =>
    framed(framesOf(example('balance'), { readAs: 'balance' }, locale, ''), room, (left) =>
      'x'.repeat(Math.min(length, length > left ? length : left)).slice(0, length),
    );

  it('says how it was read and how to go on, as far as there is room', () => {
    expect(text(50)).toBe(`Your balance: ${'x'.repeat(50)} Not what you meant? HELP`);
    expect(text(120)).toBe(`${'x'.repeat(120)} Not what you meant? HELP`);
    expect(text(135)).toBe(`Your balance: ${'x'.repeat(135)}`);
    expect(text(150)).toBe('x'.repeat(150));
  });

  it('is none for what a rule read, and around questions and refusals', () => {
    expect(framesOf(example('balance'), {}, locale, ' end')).toEqual([{ lead: '', tail: ' end' }]);
    for (const reply of ['refused', 'confirm_lock', 'confirm_dispute', 'help', 'choose'] as const)
      expect(framesOf(example(reply), { readAs: 'balance' }, locale, '')).toHaveLength(1);
  });

  it.each(languages)('never makes an answer in %s longer than one segment', (language) => {
    for (const channel of ['x', 'sms'] as const) {
      for (const [key, reply] of replyExamples) {
        const voice = exampleVoice(language, channel);
        const plain = render(reply, voice);
        if (plain.length > room) continue;
        for (const readAs of guessableIntents) {
          const guessed = render(reply, { ...voice, readAs });
          expect([key, readAs, guessed.length <= Math.max(room, plain.length)]).toEqual([
            key,
            readAs,
            true,
          ]);
        }
      }
    }
    expect(packs[language].locale.notMeant).not.toMatch(/\b\w{6}$/);
  });
});

import { channelNames } from '../../src/kernel/vocabulary/channel.ts';
import { expect } from 'vitest';
import { routing } from '../../dev/docs/reference/example-facts.ts';
import { exampleVoice } from '../../dev/docs/reference/example-voice.ts';
import { septets } from '../../src/kernel/gsm7.ts';
import { languages } from '../../src/kernel/vocabulary/language.ts';
import { endsLikeCode } from '../../src/languages/check-texts.ts';
import type { Voice } from '../../src/wording/reply.ts';
import { widthOf } from '../../src/wording/width.ts';

const channels = channelNames;
/** The demonstration's institution in every language, on every channel. */
export const voices = languages.flatMap((language) =>
  channels.map((channel) => exampleVoice(language, channel)),
);

/** Checks the rules for every text, for any incoming message. */
export function expectFit(text: string, voice: Voice): void {
  expect(text).not.toMatch(/undefined|NaN|null|\{|\}/);
  expect(text).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(text).toBe(text.trim());
  // Only the code looks like a code.
  expect(text).not.toMatch(/(?<![A-Za-z0-9])[A-Z0-9]{6}(?![A-Za-z0-9])/);
  expect(endsLikeCode(text)).toBe(false);
  // No account number. The institution's own routing number is none, and public.
  expect(text.replace(routing, '')).not.toMatch(/\d{5}/);
  expect(widthOf(text)).toBeLessThanOrEqual(758);
  if (voice.channel === 'sms') expect(septets(text)).toBeDefined();
}

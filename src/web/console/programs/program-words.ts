import type { z } from 'zod';
import type { Language } from '../../../kernel/vocabulary/language.ts';
import type { ConsoleProgramTexts } from '../../../languages/console-texts.ts';
import { packs } from '../../../languages/index.ts';
import { sayOf, type Say } from '../../../languages/say.ts';
import type { programSchema } from '../../../operations/programs/program-fields.ts';
import type { webhookSchema } from '../../../operations/programs/webhook-fields.ts';
import type { Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { chip } from '../ui/chip.ts';

export type Program = z.output<typeof programSchema>;
export type Webhook = z.output<typeof webhookSchema>;

/** The texts of the section in a language. */
export function sayIn(language: Language): Say<keyof ConsoleProgramTexts> {
  return sayOf(packs[language].console.programs);
}

/** Tells in one or two words whether a program can read now. */
export function programState({ language, world }: SignedInRequest, one: Program): Html {
  const say = sayIn(language);
  if (one.endedAt !== null) return chip(say('state_ended'));
  const until = Temporal.Instant.from(one.expiresAt);
  if (Temporal.Instant.compare(until, world.clock.now()) <= 0)
    return chip(say('state_expired'), 'bad');
  return one.tokenMadeAt === null
    ? chip(say('state_new'), 'mind')
    : chip(say('state_active'), 'good');
}

/** Tells whether a webhook is sent anything now. */
export function webhookState({ language }: SignedInRequest, one: Webhook): Html {
  const say = sayIn(language);
  if (one.endedAt !== null) return chip(say('state_ended'));
  return one.secretMadeAt === null
    ? chip(say('state_no_secret'), 'mind')
    : chip(say('state_active'), 'good');
}

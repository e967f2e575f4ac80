import type { ConsoleNoticeTexts } from '../../../languages/console-texts.ts';
import { numberFormat } from '../../../languages/formats.ts';
import { packs } from '../../../languages/index.ts';
import { sayOf, type Say } from '../../../languages/say.ts';
import type { NoticeOutput } from '../../../operations/notices/notice-schema.ts';
import { html, type Html } from '../../ui/html.ts';
import type { ConsoleRequest } from '../frame/console-env.ts';
import { chip, type Tone } from '../ui/chip.ts';

export type NoticeSay = Say<keyof ConsoleNoticeTexts>;

/** What the pages of notices say in the person's language. */
export function noticeSay({ language }: Pick<ConsoleRequest, 'language'>): NoticeSay {
  return sayOf(packs[language].console.notices);
}

const tones: Readonly<Record<NoticeOutput['state'], Tone>> = {
  draft: 'plain',
  sending: 'accent',
  paused: 'bad',
  sent: 'good',
  halted: 'mind',
  discarded: 'plain',
};

/** How far a notice has come, in a word. */
export function stateChip(say: NoticeSay, { state }: Pick<NoticeOutput, 'state'>): Html {
  return chip(say(state), tones[state]);
}

/** A time that people can picture. */
export function timeText(say: NoticeSay, minutes: number): string {
  if (minutes <= 1) return say('takes_minute');
  return minutes <= 90
    ? say('takes_minutes', { count: String(minutes) })
    : say('takes_hours', { count: String(Math.ceil(minutes / 60)) });
}

/** Whole figures with the separators of the person's language. */
export function figureText({ language }: Pick<ConsoleRequest, 'language'>, count: number): string {
  return numberFormat(packs[language].intl, {}).format(count);
}

/** A text as members read it, its line breaks kept, and where the code stands. */
export function asSent(say: NoticeSay, text: string): Html {
  return html`<blockquote class="notice-text">
    <span class="notice-words">${text}</span>
    <span class="notice-code">${say('preview_code')}</span>
  </blockquote>`;
}

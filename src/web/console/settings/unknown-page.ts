import type { z } from 'zod';
import { listUnknownTexts } from '../../../operations/staff/unknown-texts.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { empty } from '../../ui/notice.ts';
import { look, refusedLook } from '../frame/act.ts';
import type { ConsoleContext } from '../frame/console-env.ts';
import { page } from '../frame/page.ts';
import { chip } from '../ui/chip.ts';
import { dayText } from '../ui/moment.ts';
import { table } from '../ui/table.ts';
import { area, choose, draftForm, input, type SettingsView } from './draft-form.ts';
import { settingsHead } from './settings-page.ts';
import { viewOf } from './view-of.ts';
import { commandChoices, languageChoices, topicChoices } from './word-cards.ts';

type Unknown = z.output<typeof listUnknownTexts.output>['texts'][number];

/** Texts that were not understood, the most frequent first. One click puts a word or an answer into a draft. */
export async function unknownPage(context: ConsoleContext): Promise<Response> {
  const { done, refused } = await look(context, listUnknownTexts, { limit: 50 });
  if (refused) return refusedLook(context, refused);
  const view = await viewOf(context);
  const { say, request } = view;
  return page(context, {
    title: say('tab_unknown'),
    section: 'settings',
    body: html`${settingsHead(view, 'unknown', say('unknown_lead'))}
    ${table({
      caption: say('tab_unknown'),
      columns: [
        { head: say('text') },
        { head: say('times'), isFigure: true },
        { head: say('last_on') },
        { head: say('nearest') },
        { head: say('change') },
      ],
      rows: done.texts.map((one, index) => ({
        cells: [
          html`<span class="words" lang="${one.language ?? ''}">${one.text}</span>
            ${one.what === 'not_meant' ? chip(say('not_meant'), 'mind') : nothing}`,
          String(one.times),
          dayText(request, Temporal.PlainDate.from(one.lastOn)),
          one.nearest ?? '',
          acts(view, one, index),
        ],
      })),
      empty: empty(say('unknown_none'), say('unknown_none_text')),
    })}
    ${done.more ? html`<p class="hint">${say('more')}</p>` : nothing}`,
  });
}

function acts(view: SettingsView, one: Unknown, index: number): Html {
  const { say } = view;
  const nearest = commandChoices.find(([name]) => name === one.nearest)?.[0];
  return html`<div class="actions">
    ${draftForm(view, {
      id: `word-${index}`,
      title: say('as_word'),
      kind: 'word',
      fields: html`<input type="hidden" name="from" value="unknown" /> ${input({
          id: `word-${index}-word`,
          name: 'word',
          label: say('word'),
          value: firstWord(one.text),
          maxlength: 20,
        })}
        ${choose({
          id: `word-${index}-command`,
          name: 'command',
          label: say('command'),
          choices: commandChoices,
          value: nearest,
        })}`,
    })}
    ${draftForm(view, {
      id: `answer-${index}`,
      title: say('as_answer'),
      kind: 'answer',
      hint: say('answer_hint'),
      fields: html`<input type="hidden" name="from" value="unknown" /> ${choose({
          id: `answer-${index}-topic`,
          name: 'topic',
          label: say('topic'),
          choices: topicChoices(),
        })}
        ${choose({
          id: `answer-${index}-language`,
          name: 'language',
          label: say('language'),
          choices: languageChoices,
          value: one.language ?? undefined,
        })}
        ${area({ id: `answer-${index}-text`, name: 'text', label: say('answer_text') })}`,
    })}
  </div>`;
}

/** The word that most likely was meant as a command: the first with two letters. */
function firstWord(text: string): string {
  return text.match(/[\p{L}][\p{L}'-]{1,19}/u)?.[0] ?? '';
}

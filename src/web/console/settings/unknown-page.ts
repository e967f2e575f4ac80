import type { z } from 'zod';
import { rightOf } from '../../../operations/permissions.ts';
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
          html`<span ${one.language ? html`lang="${one.language}"` : nothing}>${one.text}</span>
            ${one.what === 'not_meant' ? chip(say('not_meant'), 'mind') : nothing}`,
          String(one.times),
          dayText(request, Temporal.PlainDate.from(one.lastOn)),
          commandOf(one) ?? '',
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
  const nearest = commandOf(one);
  return html`<div class="actions">
    ${nearest === undefined ? nothing : oneClick(view, firstWord(one.text), nearest)}
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

/** The command that a text is nearest to, if it is one that takes words. */
function commandOf({ nearest }: Unknown): string | undefined {
  return commandChoices.find(([name]) => name === nearest)?.[0];
}

/** Puts the word into the draft that waits, or a new one, without another question. */
function oneClick({ say, drafts, request }: SettingsView, word: string, command: string): Html {
  if (word === '' || !rightOf(request.principal.roles, 'draft_settings')) return nothing;
  const open = drafts.find(({ state, isStale }) => state === 'open' && !isStale);
  return html`<form method="post" action="/settings/put/word">
    <input type="hidden" name="from" value="unknown" />
    <input type="hidden" name="word" value="${word}" />
    <input type="hidden" name="command" value="${command}" />
    ${open ? html`<input type="hidden" name="draft" value="${open.draft}" />` : nothing}
    <button>${say('one_click', { word, command })}</button>
  </form>`;
}

/** The word that most likely was meant as a command: the first with two letters. */
function firstWord(text: string): string {
  return text.match(/[\p{L}][\p{L}'-]{1,19}/u)?.[0] ?? '';
}

import { answerTopics } from '../../../kernel/vocabulary/answer-topic.ts';
import { commandNames } from '../../../kernel/vocabulary/intent.ts';
import { languages } from '../../../kernel/vocabulary/language.ts';
import { packs } from '../../../languages/index.ts';
import type { InstitutionSettings } from '../../../members/institution-settings.ts';
import { rightOf } from '../../../operations/permissions.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { card } from '../ui/card.ts';
import { area, choose, draftForm, input, type SettingsView } from './draft-form.ts';

/** The commands to which words can be added. */
export const commandChoices = commandNames
  .filter((name) => name !== 'affirm')
  .map((name) => [name, name] as const);

/** The questions that answers can be written for, in words. */
export function topicChoices(): (readonly [string, string])[] {
  return answerTopics.map((topic) => [topic, topic.replaceAll('_', ' ')] as const);
}

export const languageChoices = languages.map(
  (language) => [language, packs[language].name] as const,
);

/** Words that start a command. */
export function wordCard(view: SettingsView, { words, keywords }: InstitutionSettings): Html {
  const { say } = view;
  const added = Object.entries(words.add ?? {}).flatMap(([command, list]) =>
    list.map((word) => ({ command, word })),
  );
  return card({
    title: say('words'),
    id: 'words',
    body: html`<p class="hint">${say('words_text')}</p>
      ${
        added.length === 0
          ? html`<p class="soft">${say('words_none')}</p>`
          : html`<ul class="plain-list">
              ${added.map((one) => wordLine(view, one))}
            </ul>`
      }
      ${
        (words.remove ?? []).length > 0
          ? html`<p>${say('removed')}: ${words.remove?.join(', ')}</p>`
          : nothing
      }
      ${keywords.length > 0 ? html`<p>${say('keywords')}: ${keywords.join(', ')}</p>` : nothing}
      ${draftForm(view, {
        id: 'word',
        title: say('add_word'),
        kind: 'word',
        fields: html`${choose({
          id: 'word-command',
          name: 'command',
          label: say('command'),
          choices: commandChoices,
        })}
        ${input({ id: 'word-word', name: 'word', label: say('word'), maxlength: 20 })}`,
      })}`,
  });
}

function wordLine(
  { say, request, drafts }: SettingsView,
  { command, word }: { readonly command: string; readonly word: string },
): Html {
  const open = drafts.find(({ state, isStale }) => state === 'open' && !isStale);
  return html`<li class="setting-line">
    <span><strong>${word}</strong> → ${command}</span>
    ${
      rightOf(request.principal.roles, 'draft_settings')
        ? html`<form method="post" action="/settings/put/word-away">
            <input type="hidden" name="command" value="${command}" />
            <input type="hidden" name="word" value="${word}" />
            ${open ? html`<input type="hidden" name="draft" value="${open.draft}" />` : nothing}
            <button class="bare" aria-label="${say('remove')} ${word}">${say('remove')}</button>
          </form>`
        : nothing
    }
  </li>`;
}

type Versions = Readonly<Record<string, Readonly<Record<string, string>>>>;

function versionLines(all: Versions): Html {
  return html`<ul class="plain-list">
    ${Object.entries(all).flatMap(([key, versions]) =>
      Object.entries(versions).map(
        ([language, text]) =>
          html`<li class="setting-line">
            <span class="setting-name">${key.replaceAll('_', ' ')} · ${language}</span>
            <span lang="${language}">${text}</span>
          </li>`,
      ),
    )}
  </ul>`;
}

/** The institution's own answers to common questions. */
export function answerCard(view: SettingsView, { answers }: InstitutionSettings): Html {
  const { say } = view;
  const own = answers ?? {};
  return card({
    title: say('answers'),
    id: 'answers',
    body: html`<p class="hint">${say('answers_text')}</p>
      ${
        Object.keys(own).length === 0
          ? html`<p class="soft">${say('answers_none')}</p>`
          : versionLines(own)
      }
      ${draftForm(view, {
        id: 'answer',
        title: say('write_answer'),
        kind: 'answer',
        hint: say('answer_hint'),
        fields: html`${choose({
          id: 'answer-topic',
          name: 'topic',
          label: say('topic'),
          choices: topicChoices(),
        })}
        ${choose({
          id: 'answer-language',
          name: 'language',
          label: say('language'),
          choices: languageChoices,
        })}
        ${area({ id: 'answer-text', name: 'text', label: say('answer_text') })}`,
      })}`,
  });
}

/** Replies that the institution words itself. */
export function textCard(view: SettingsView, { texts }: InstitutionSettings): Html {
  const { say } = view;
  const own = texts ?? {};
  return card({
    title: say('texts'),
    id: 'texts',
    body: html`<p class="hint">${say('texts_text')}</p>
      ${
        Object.keys(own).length === 0
          ? html`<p class="soft">${say('texts_none')}</p>`
          : versionLines(own)
      }
      ${draftForm(view, {
        id: 'text',
        title: say('write_text'),
        kind: 'text',
        hint: say('text_hint'),
        fields: html`${input({ id: 'text-key', name: 'key', label: say('reply') })}
        ${choose({
          id: 'text-language',
          name: 'language',
          label: say('language'),
          choices: languageChoices,
        })}
        ${area({ id: 'text-text', name: 'text', label: say('text') })}`,
      })}`,
  });
}

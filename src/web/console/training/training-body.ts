import type { z } from 'zod';
import { descriptors } from '../../../channels/descriptors.ts';
import { channelNames } from '../../../kernel/vocabulary/channel.ts';
import { languages } from '../../../kernel/vocabulary/language.ts';
import type { ConsoleTrainingTexts } from '../../../languages/console-texts.ts';
import { packs } from '../../../languages/index.ts';
import { sayOf, type Say } from '../../../languages/say.ts';
import { exercises, readingName } from '../../../operations/training/exercises.ts';
import type { tryTrainingText } from '../../../operations/training/try-training-text.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { notice } from '../../ui/notice.ts';
import type { Form } from '../frame/act.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { card } from '../ui/card.ts';
import { chip } from '../ui/chip.ts';

export interface TrainingGiven {
  readonly form: Form;
  readonly done?: z.output<typeof tryTrainingText.output>;
  readonly wrong?: string;
}

type TrainingSay = Say<keyof ConsoleTrainingTexts>;

/** The form to try a text, how it was read and answered, and exercises. All under a watermark. */
export function trainingBody(request: SignedInRequest, given: TrainingGiven): Html {
  const say = sayOf(packs[request.language].console.training);
  const { form, done, wrong } = given;
  return html`<div class="training">
    <div class="training-mark" aria-hidden="true">
      <span data-mark="${say('watermark')}"></span>
    </div>
    <header class="page-head">
      <h1>${say('title')}</h1>
      <p class="lead">${say('lead')}</p>
    </header>
    ${wrong ? notice('wrong', wrong) : nothing}
    <div class="notice-columns">
      <div class="stack">
        ${card({ title: say('member'), body: tryForm(request, say, form) })}
        ${done ? tried(say, { form, done }) : nothing}
      </div>
      ${exerciseCard(request, say, form)}
    </div>
  </div>`;
}

function tryForm(request: SignedInRequest, say: TrainingSay, form: Form): Html {
  return html`<form method="post" action="/training" class="stack">
    <p class="hint">${say('member_text')}</p>
    <div class="field">
      <label for="text">${say('text')}</label>
      <p class="hint" id="text-hint">${say('text_hint')}</p>
      <input
        id="text"
        name="text"
        required
        maxlength="400"
        autocomplete="off"
        value="${form['text'] ?? ''}"
        aria-describedby="text-hint"
      />
    </div>
    <div class="field">
      <label for="language">${say('language')}</label>
      <select id="language" name="language">
        ${languages.map(
          (one) =>
            html`<option value="${one}" ${isChosen(request, form, one) ? html`selected` : nothing}>
              ${packs[one].name}
            </option>`,
        )}
      </select>
    </div>
    <div class="field">
      <label for="channel">${say('channel')}</label>
      <select id="channel" name="channel">
        ${channelNames.map(
          (one) =>
            html`<option value="${one}" ${form['channel'] === one ? html`selected` : nothing}>
              ${descriptors[one].title}
            </option>`,
        )}
      </select>
    </div>
    <button class="primary">${say('try')}</button>
  </form>`;
}

function isChosen(request: SignedInRequest, form: Form, language: string): boolean {
  return (form['language'] ?? request.language) === language;
}

function tried(
  say: TrainingSay,
  { form, done }: Required<Pick<TrainingGiven, 'form' | 'done'>>,
): Html {
  const text = form['text'] ?? '';
  const language = languages.find((one) => one === form['language']);
  const exercise =
    language && exercises.find((one) => packs[language].console.training[one.text] === text);
  return card({
    title: say('reply'),
    body: html`<div class="training-tried" aria-live="polite">
      <p class="said">${text}</p>
      <p>
        ${say('read_as')} ${chip(readingName(done), 'accent')}
        ${
          exercise
            ? readingName(exercise) === readingName(done)
              ? chip(say('as_expected'), 'good')
              : chip(say('otherwise', { intent: readingName(exercise) }), 'mind')
            : nothing
        }
        ${done.asksFirst ? say('asks_first') : say('acts')}
      </p>
      <blockquote class="notice-text answered">
        <span class="notice-words">${done.reply}</span>
        <span class="notice-code">${say('no_code')}</span>
      </blockquote>
      <details>
        <summary>${say('details')}</summary>
        <pre>${done.reading}</pre>
      </details>
    </div>`,
  });
}

/** Each exercise leads to the form with its text filled in. */
function exerciseCard(request: SignedInRequest, say: TrainingSay, form: Form): Html {
  const language = languages.find((one) => isChosen(request, form, one)) ?? request.language;
  const texts = packs[language].console.training;
  return card({
    title: say('exercises'),
    body: html`<p class="hint">${say('exercises_lead')}</p>
      <ol class="training-exercises">
        ${exercises.map(
          ({ text, ...expected }) =>
            html`<li>
              <a href="/training?language=${language}&amp;text=${encodeURIComponent(texts[text])}"
                >${texts[text]}</a
              >
              <details>
                <summary>${say('expected')}</summary>
                ${chip(readingName(expected))}
              </details>
            </li>`,
        )}
      </ol>`,
  });
}

import { descriptors } from '../../../channels/descriptors.ts';
import { shareKinds } from '../../../kernel/vocabulary/share-kind.ts';
import { noticeLanguages } from '../../../notices/many/chosen.ts';
import { noticeChannels } from '../../../operations/notices/estimate.ts';
import { noticeTextMax } from '../../../operations/notices/notice-schema.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { notice } from '../../ui/notice.ts';
import type { Form } from '../frame/act.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { card } from '../ui/card.ts';
import { noticeSay } from './notice-words.ts';

interface FormGiven {
  readonly noticeId: string;
  readonly form: Form;
  readonly wrong?: string | undefined;
  /** By field: what is wrong there. */
  readonly fields?: Readonly<Record<string, string>>;
}

/** The form in which a notice is written, and who gets it is chosen. */
export function formBody(request: SignedInRequest, given: FormGiven): Html {
  const say = noticeSay(request);
  const { noticeId, wrong } = given;
  return html`<header class="page-head">
      <p><a href="/notices">← ${say('title')}</a></p>
      <h1>${say('new')}</h1>
    </header>
    ${wrong ? notice('wrong', wrong) : nothing}
    <form method="post" action="/notices/${noticeId}" class="notice-form">
      ${card({ title: say('texts'), body: textFields(request, given) })}
      ${card({ title: say('choice'), body: choiceFields(request, given.form) })}
    </form>`;
}

function textFields(request: SignedInRequest, { form, fields = {} }: FormGiven): Html {
  const say = noticeSay(request);
  return html`<div class="stack">
    <div class="field">
      <label for="name">${say('name')}</label>
      <p class="hint" id="name-hint">${say('name_hint')}</p>
      <input
        id="name"
        name="name"
        required
        maxlength="80"
        value="${form['name'] ?? ''}"
        aria-describedby="name-hint"
      />
    </div>
    <p class="hint" id="text-hint">${say('text_hint')}</p>
    ${noticeLanguages(request.institution).map((language) => {
      const name = `text_${language}`;
      return html`<div class="field ${fields[name] === undefined ? '' : 'field-wrong'}">
        <label for="${name}">${say('text_in', { language: say(`language_${language}`) })}</label>
        <textarea
          id="${name}"
          name="${name}"
          lang="${language}"
          rows="4"
          maxlength="${noticeTextMax}"
          aria-describedby="text-hint"
          ${fields[name] === undefined ? nothing : html`aria-invalid="true"`}
        >
${form[name] ?? ''}</textarea>
      </div>`;
    })}
  </div>`;
}

function choiceFields(request: SignedInRequest, form: Form): Html {
  const say = noticeSay(request);
  const languages = noticeLanguages(request.institution);
  return html`<div class="stack">
    <p class="hint">${say('all_enrolled')}</p>
    ${boxes(form, 'channel', {
      legend: say('channels'),
      options: noticeChannels(request).map((name) => [name, descriptors[name].title]),
    })}
    ${
      languages.length > 1
        ? boxes(form, 'language', {
            legend: say('languages'),
            options: languages.map((language) => [language, say(`language_${language}`)]),
          })
        : nothing
    }
    ${boxes(form, 'kind', {
      legend: say('kinds'),
      options: shareKinds.map((kind) => [kind, say(`kind_${kind}`)]),
    })}
    <div class="field">
      <label for="numbers">${say('numbers')}</label>
      <p class="hint" id="numbers-hint">${say('numbers_hint')}</p>
      <textarea id="numbers" name="numbers" rows="3" aria-describedby="numbers-hint">
${form['numbers'] ?? ''}</textarea>
    </div>
    <div class="field">
      <label for="pace">${say('pace')}</label>
      <input
        id="pace"
        name="pace"
        type="number"
        min="1"
        max="600"
        value="${form['pace'] ?? '120'}"
      />
    </div>
    <button class="primary">${say('save')}</button>
  </div>`;
}

/** A group of boxes to tick. */
function boxes(
  form: Form,
  group: string,
  given: {
    readonly legend: string;
    readonly options: readonly (readonly [value: string, text: string])[];
  },
): Html {
  return html`<fieldset class="notice-boxes">
    <legend>${given.legend}</legend>
    ${given.options.map(
      ([value, text]) =>
        html`<label
          ><input
            type="checkbox"
            name="${group}_${value}"
            value="yes"
            ${form[`${group}_${value}`] ? html`checked` : nothing}
          />
          ${text}</label
        >`,
    )}
  </fieldset>`;
}

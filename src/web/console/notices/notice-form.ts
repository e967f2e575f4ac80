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

/** The form in which a notice is written, and who gets it is chosen. */
export function formBody(
  request: SignedInRequest,
  given: {
    readonly noticeId: string;
    readonly form: Form;
    readonly wrong?: string | undefined;
    /** By field: what is wrong there. */
    readonly fields?: Readonly<Record<string, string>>;
  },
): Html {
  const say = noticeSay(request);
  const { noticeId, form, wrong, fields = {} } = given;
  const boxes = (
    group: string,
    legend: string,
    options: readonly (readonly [value: string, text: string])[],
  ) =>
    html`<fieldset class="notice-boxes">
      <legend>${legend}</legend>
      ${options.map(
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
  const languages = noticeLanguages(request.institution);
  return html`<header class="page-head">
      <p><a href="/notices">← ${say('title')}</a></p>
      <h1>${say('new')}</h1>
    </header>
    ${wrong ? notice('wrong', wrong) : nothing}
    <form method="post" action="/notices/${noticeId}" class="notice-form">
      ${card({
        title: say('texts'),
        body: html`<div class="stack">
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
          ${languages.map((language) => {
            const name = `text_${language}`;
            const fault = fields[name];
            return html`<div class="field">
              <label for="${name}"
                >${say('text_in', { language: say(`language_${language}`) })}</label
              >
              <textarea
                id="${name}"
                name="${name}"
                lang="${language}"
                rows="4"
                maxlength="${noticeTextMax}"
                aria-describedby="text-hint"
                ${fault === undefined ? nothing : html`aria-invalid="true"`}
              >
${form[name] ?? ''}</textarea>
            </div>`;
          })}
        </div>`,
      })}
      ${card({
        title: say('choice'),
        body: html`<div class="stack">
          <p class="hint">${say('all_enrolled')}</p>
          ${boxes(
            'channel',
            say('channels'),
            noticeChannels(request).map((name) => [name, descriptors[name].title]),
          )}
          ${
            languages.length > 1
              ? boxes(
                  'language',
                  say('languages'),
                  languages.map((language) => [language, say(`language_${language}`)]),
                )
              : nothing
          }
          ${boxes(
            'kind',
            say('kinds'),
            shareKinds.map((kind) => [kind, say(`kind_${kind}`)]),
          )}
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
        </div>`,
      })}
    </form>`;
}

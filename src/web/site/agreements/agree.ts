import { disclosures, type Disclosure } from '../../../kernel/vocabulary/disclosure.ts';
import type { Told } from '../../../operations/perform.ts';
import { tick } from '../../ui/field.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { RequestContext } from '../../../operations/request-context.ts';
import { agreementTexts } from './agreement-texts.ts';
import { sayIn } from './say.ts';

/**
 * Shows the texts that the member must agree to before they enroll an address, each with its
 * checkbox. Empty if none is left.
 */
export function agreeFields(
  request: RequestContext,
  {
    agreeTo,
    form,
    refused,
  }: {
    readonly agreeTo: readonly Disclosure[];
    readonly form: Readonly<Record<string, string>>;
    readonly refused?: Told | undefined;
  },
): Html {
  if (agreeTo.length === 0) return nothing;
  const say = sayIn(request.language);
  const texts = agreementTexts(request);
  return html`<fieldset class="stack">
    <legend>${say('agree_title')}</legend>
    ${agreeTo.map((kind) => {
      const error = refused?.fields[kind];
      return html`<p><strong>${texts[kind].title}</strong></p>
        <p class="terms">${texts[kind].text}</p>
        ${
          kind === 'sms_terms'
            ? html`<p><a href="/security">${say('agree_passkey')}</a></p>`
            : nothing
        }
        ${tick({
          name: kind,
          label: texts[kind].tick,
          checked: form[kind] === 'on',
          ...(error === undefined ? {} : { error }),
        })}`;
    })}
  </fieldset>`;
}

/** Gives the checked boxes. */
export function agreedIn(form: Readonly<Record<string, string>>): Disclosure[] {
  return disclosures.filter((kind) => form[kind] === 'on');
}

import type { z } from 'zod';
import { listedCommands } from '../../../commands/index.ts';
import { packs } from '../../../languages/index.ts';
import { writtenCommand } from '../../../operations/messages/list-commands.ts';
import { listAddresses } from '../../../operations/messages/list-addresses.ts';
import { tryText } from '../../../operations/messages/try-text.ts';
import { formOf } from '../../frame/form.ts';
import { perform, type Told } from '../../../operations/perform.ts';
import { field, select } from '../../ui/field.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { channelWords, nameOf, sectionPage, type Visit } from './section.ts';

type Tried = z.output<typeof tryText.output>;

/** The page where a member tries a text, to see how we would read and answer it. */
export async function tryPage(
  visit: Visit,
  given: {
    readonly form?: Record<string, string>;
    readonly tried?: Tried;
    readonly refused?: Told;
  } = {},
): Promise<Response> {
  const { request, say } = visit;
  const { form = {}, tried, refused } = given;
  const { done } = await perform(request, listAddresses, {});
  const addresses = done?.addresses ?? [];
  const error = refused?.fields['text'];
  return sectionPage(visit, {
    title: say('try_title'),
    lead: say('try_lead'),
    refused,
    body: html`<form class="card stack" method="post" action="/messages/try">
        ${field({
          name: 'text',
          label: say('try_text'),
          value: form['text'] ?? '',
          placeholder: writtenCommand('balance', request),
          autocomplete: 'off',
          maxlength: 400,
          ...(error === undefined ? {} : { error }),
        })}
        ${
          addresses.length > 1
            ? select({
                name: 'addressId',
                label: say('try_from'),
                value: form['addressId'] ?? '',
                choices: addresses.map((address) => ({
                  value: address.id,
                  label: `${channelWords(visit, address.channel).name}, ${nameOf(address)}`,
                })),
              })
            : nothing
        }
        <button class="primary">${say('try_button')}</button>
      </form>
      ${tried ? result(visit, { tried, text: form['text'] ?? '' }) : nothing}`,
  });
}

/** A try changes nothing, so the post answers directly. */
export async function postTry(visit: Visit): Promise<Response> {
  const form = await formOf(visit.context);
  const { done, refused } = await perform(visit.request, tryText, {
    text: form['text'] ?? '',
    ...(form['addressId'] ? { addressId: form['addressId'] } : {}),
  });
  return tryPage(visit, done ? { form, tried: done } : { form, refused });
}

function result(visit: Visit, { tried, text }: { tried: Tried; text: string }): Html {
  const { say } = visit;
  return html`<section class="card stack" aria-live="polite">
    <p class="bubble in">${text}</p>
    <p>
      ${say('try_read')} <strong>${intentText(visit, tried.intent)}</strong>
      ${tried.asksFirst ? html`<br />${say('try_asks')}` : nothing}
    </p>
    <p class="hint">${say('try_reply')}</p>
    <p class="bubble out">${tried.reply} <span class="code">${say('try_code')}</span></p>
    <p class="hint">${say('try_nothing')}</p>
    <details>
      <summary class="hint">JSON</summary>
      <code>${tried.reading}</code>
    </details>
  </section>`;
}

function intentText({ request, say }: Visit, intent: string): string {
  const listed = listedCommands.find((one) => one === intent);
  if (listed) return packs[request.language].locale.commands[listed].name;
  switch (intent) {
    case 'ambiguous':
    case 'refused':
    case 'choose':
    case 'affirm':
    case 'pay':
    case 'answer':
    case 'loan':
    case 'language':
    case 'alert_off':
      return say(`intent_${intent}`);
    default:
      return say('intent_unknown');
  }
}

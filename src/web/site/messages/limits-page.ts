import type { z } from 'zod';
import { readLimits } from '../../../operations/messages/read-limits.ts';
import { currencyOf } from '../../../money/amount.ts';
import { parseDecimal } from '../../../money/parse-decimal.ts';
import { perform } from '../../../operations/perform.ts';
import { money } from '../../ui/figures.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { channelWords, nameOf, sectionPage, type Visit } from './section.ts';

type Limits = z.output<typeof readLimits.output>;

/** Shows the limits for transfers by message, ours and by channel, and what is left today. */
export async function limitsPage(visit: Visit): Promise<Response> {
  const { request, say } = visit;
  const { settings } = request.institution;
  const { done, refused } = await perform(request, readLimits, {});
  if (!done) return sectionPage(visit, { title: say('limits_title'), body: nothing, refused });
  const figure = (text: string) => amount(visit, text);
  return sectionPage(visit, {
    title: say('limits_title'),
    lead: say('limits_lead'),
    body: html`<section class="card stack" aria-labelledby="ours">
        <h2 id="ours">${say('limits_ours')}</h2>
        <dl class="facts">
          <dt>${say('limits_per_transfer')}</dt>
          <dd>${figure(done.perTransfer)}</dd>
          <dt>${say('limits_per_day')}</dt>
          <dd>${figure(done.perDay)}</dd>
          ${
            done.confirmAbove === null
              ? nothing
              : html`<dt>${say('limits_confirm')}</dt>
                  <dd>${figure(done.confirmAbove)}</dd>`
          }
        </dl>
      </section>
      ${
        done.addresses.length === 0
          ? nothing
          : html`<section class="card stack" aria-labelledby="theirs">
              <h2 id="theirs">${say('home_channels')}</h2>
              <table class="rows" aria-labelledby="theirs">
                <thead>
                  <tr>
                    <th scope="col">${say('column_channel')}</th>
                    <th scope="col" class="number">${say('limits_per_transfer')}</th>
                    <th scope="col" class="number">${say('limits_per_day')}</th>
                    <th scope="col" class="number">${say('limits_used')}</th>
                    <th scope="col" class="number">${say('limits_left')}</th>
                    <th scope="col">${say('column_actions')}</th>
                  </tr>
                </thead>
                <tbody>
                  ${done.addresses.map((address) => addressRow(visit, address))}
                </tbody>
              </table>
            </section>`
      }
      <p class="hint">${say('limits_more', { phone: settings.phone })}</p>`,
  });
}

/** One address with its limits. One that may not move money has none. */
function addressRow(visit: Visit, address: Limits['addresses'][number]): Html {
  const { say } = visit;
  const figure = (text: string) => amount(visit, text);
  const cell = (label: string, text: string) =>
    address.mayMoveMoney ? html`<td data-label="${label}">${figure(text)}</td>` : html`<td></td>`;
  return html`<tr>
    <th scope="row" data-label="${say('column_channel')}">
      ${channelWords(visit, address.channel).name}
      <span class="hint">${nameOf(address)}</span>
      ${address.confirmsAlways ? html`<span class="hint">${say('limits_always')}</span>` : nothing}
    </th>
    ${
      address.mayMoveMoney
        ? cell(say('limits_per_transfer'), address.perTransfer)
        : html`<td>${say('limits_none')}</td>`
    }
    ${cell(say('limits_per_day'), address.perDay)}
    <td data-label="${say('limits_used')}">${figure(address.usedToday)}</td>
    ${cell(say('limits_left'), address.leftToday)}
    <td>
      <a
        href="/messages/addresses/${address.id}"
        aria-label="${say('limits_change_what', { name: nameOf(address) })}"
        >${say('limits_change')}</a
      >
    </td>
  </tr>`;
}

function amount({ request }: Visit, text: string): Html {
  const { currency } = request.institution;
  const units = parseDecimal(text, currencyOf(currency)?.digits) ?? 0n;
  return money(units, { currency, language: request.language });
}

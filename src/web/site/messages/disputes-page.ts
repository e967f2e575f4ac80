import { listDisputes } from '../../../operations/messages/list-disputes.ts';
import { perform } from '../../../operations/perform.ts';
import { day, moment } from '../../ui/figures.ts';
import { html, nothing } from '../../ui/html.ts';
import { empty } from '../../ui/notice.ts';
import { sectionPage, type Visit } from './section.ts';

/** Shows the transactions that the member disputes, with the dates that the law sets. */
export async function disputesPage(visit: Visit): Promise<Response> {
  const { request, say } = visit;
  const { language, institution } = request;
  const { phone } = institution.settings;
  const { done, refused } = await perform(request, listDisputes, {});
  const disputes = done?.disputes ?? [];
  const date = (text: string) => day(Temporal.PlainDate.from(text), language);
  return sectionPage(visit, {
    title: say('disputes_title'),
    lead: say('disputes_lead', { phone }),
    refused,
    body:
      disputes.length === 0
        ? empty(say('disputes_empty'), say('disputes_empty_text', { phone }))
        : html`<table class="rows">
            <thead>
              <tr>
                <th scope="col">${say('disputes_reference')}</th>
                <th scope="col">${say('disputes_received')}</th>
                <th scope="col">${say('disputes_clocks')}</th>
                <th scope="col">${say('disputes_state')}</th>
              </tr>
            </thead>
            <tbody>
              ${disputes.map(
                (dispute) =>
                  html`<tr>
                    <th scope="row" data-label="${say('disputes_reference')}">
                      ${dispute.reference}
                    </th>
                    <td data-label="${say('disputes_received')}">
                      ${moment(Temporal.Instant.from(dispute.receivedAt), {
                        zone: institution.zone,
                        language,
                      })}
                    </td>
                    <td data-label="${say('disputes_clocks')}">
                      <ul class="plain">
                        ${dispute.clocks.map(
                          ({ clock, dueOn, doneOn }) =>
                            html`<li>
                              ${say(`disputes_${clock}`)}
                              ${date(dueOn)}${
                                doneOn === null
                                  ? nothing
                                  : html` · ${say('disputes_done')} ${date(doneOn)}`
                              }
                            </li>`,
                        )}
                      </ul>
                    </td>
                    <td data-label="${say('disputes_state')}">
                      ${say(dispute.state === 'open' ? 'disputes_open' : 'disputes_closed')}
                    </td>
                  </tr>`,
              )}
            </tbody>
          </table>`,
  });
}

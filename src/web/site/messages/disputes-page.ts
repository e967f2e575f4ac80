import type { z } from 'zod';
import type { disputeSchema } from '../../../operations/shares/disputes.ts';
import { listDisputes } from '../../../operations/shares/list-disputes.ts';
import { withdrawDispute } from '../../../operations/shares/withdraw-dispute.ts';
import { refuse } from '../../../operations/refusals.ts';
import { perform, tell, type Told } from '../../../operations/perform.ts';
import { refusalHeading } from '../../frame/refusal-heading.ts';
import { day, moment } from '../../ui/figures.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { empty } from '../../ui/notice.ts';
import { lettersOfDispute } from './letters-page.ts';
import { goTo, sectionPage, type Visit } from './section.ts';

type Dispute = z.output<typeof disputeSchema>;

/** Shows the transactions that the member disputes, and how to dispute one. */
export async function disputesPage(visit: Visit): Promise<Response> {
  const { request, say } = visit;
  const { language, institution } = request;
  const { phone } = institution.settings;
  const { done, refused } = await perform(request, listDisputes, {});
  const disputes = done?.disputes ?? [];
  return sectionPage(visit, {
    title: say('disputes_title'),
    lead: say('disputes_lead', { phone }),
    refused,
    body: html`${
        disputes.length === 0
          ? empty(say('disputes_empty'), say('disputes_empty_text'))
          : html`<ul class="group">
              ${disputes.map(
                (dispute) =>
                  html`<li>
                    <a href="${pathOf(dispute)}"
                      ><span
                        ><strong>${dispute.reference}</strong>
                        <span class="hint"
                          >${stateText(visit, dispute)} ·
                          ${moment(Temporal.Instant.from(dispute.receivedAt), {
                            zone: institution.zone,
                            language,
                          })}</span
                        ></span
                      ></a
                    >
                  </li>`,
              )}
            </ul>`
      }
      <p><a class="button" href="/accounts/search">${say('disputes_find')}</a></p>`,
  });
}

/** Shows one dispute: the transaction, the member’s words, its dates, and how to withdraw it. */
export async function disputePage(
  visit: Visit,
  { reference, refused }: { readonly reference: string; readonly refused?: Told },
): Promise<Response> {
  const { request, say } = visit;
  const { language, institution } = request;
  const { done } = await perform(request, listDisputes, {});
  const dispute = done?.disputes.find((one) => one.reference === reference);
  if (!dispute) {
    const none = refused ?? tell(request, refuse('not_found'));
    return sectionPage(visit, {
      title: refusalHeading(request, none),
      body: html`<p><a href="/messages/disputes">${say('disputes_title')}</a></p>`,
      refused: none,
    });
  }
  const received = moment(Temporal.Instant.from(dispute.receivedAt), {
    zone: institution.zone,
    language,
  });
  const date = (text: string) => day(Temporal.PlainDate.from(text), language);
  return sectionPage(visit, {
    title: say('dispute_title', { reference: dispute.reference }),
    lead: html`${stateText(visit, dispute)} · ${say('disputes_received')} ${received}`,
    refused,
    body: html`${aboutCard(visit, dispute)}
      <section class="card stack" aria-labelledby="dates">
        <h2 id="dates">${say('disputes_clocks')}</h2>
        <ul class="list">
          ${dispute.clocks.map(
            ({ clock, dueOn, doneOn }) =>
              html`<li class="list-item">
                <p>${say(`disputes_${clock}`)} <strong>${date(dueOn)}</strong></p>
                ${
                  doneOn === null
                    ? nothing
                    : html`<p class="hint">${say('disputes_done')} ${date(doneOn)}</p>`
                }
              </li>`,
          )}
        </ul>
      </section>
      ${await lettersOfDispute(visit, dispute.reference)} ${withdrawCard(visit, dispute)}`,
  });
}

function aboutCard({ say }: Visit, { about, words }: Dispute): Html {
  if (!about && words === null) return nothing;
  return html`<section class="card stack" aria-labelledby="about">
    <h2 id="about">${say('dispute_about')}</h2>
    ${
      about
        ? html`<p>
            <a href="/accounts/${about.suffix}/transactions/${about.entry.number}"
              >${say('dispute_transaction')}</a
            >
          </p>`
        : nothing
    }
    ${words === null ? nothing : html`<blockquote>${words}</blockquote>`}
  </section>`;
}

function withdrawCard({ request, say }: Visit, dispute: Dispute): Html {
  if (dispute.state === 'closed') return nothing;
  const { phone } = request.institution.settings;
  return html`<section class="card stack" aria-labelledby="withdraw">
    <h2 id="withdraw">${say('dispute_withdraw_title')}</h2>
    ${
      dispute.mayWithdraw
        ? html`<p>${say('dispute_withdraw_text')}</p>
            <form method="post" action="${pathOf(dispute)}/withdraw">
              <button class="danger">${say('dispute_withdraw')}</button>
            </form>`
        : html`<p>${say('dispute_withdraw_call', { phone })}</p>`
    }
  </section>`;
}

/** Says whether a dispute is open, or how it ended. */
function stateText({ say }: Visit, { state, outcome }: Dispute): string {
  if (state === 'open') return say('disputes_open');
  return say(outcome === null ? 'disputes_closed' : `dispute_ended_${outcome}`);
}

function pathOf({ reference }: Pick<Dispute, 'reference'>): string {
  return `/messages/disputes/${reference}`;
}

export async function postWithdraw(visit: Visit, reference: string): Promise<Response> {
  const { done, refused } = await perform(visit.request, withdrawDispute, { reference });
  return done
    ? goTo(visit, pathOf({ reference }), 'dispute_withdrawn')
    : disputePage(visit, { reference, refused });
}

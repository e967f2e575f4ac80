import type { z } from 'zod';
import { packs } from '../../../languages/index.ts';
import { sayOf, type Say } from '../../../languages/say.ts';
import type { ApprovalsTexts } from '../../../languages/site-texts.ts';
import { currencyOf } from '../../../money/amount.ts';
import { parseDecimal } from '../../../money/parse-decimal.ts';
import type { approvalSchema } from '../../../operations/approvals/approvals.ts';
import { declineApproval } from '../../../operations/approvals/decline-approval.ts';
import { listApprovals } from '../../../operations/approvals/list-approvals.ts';
import { perform, type Told } from '../../../operations/perform.ts';
import { moneyText, withMoment } from '../../ui/figures.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { empty, notice } from '../../ui/notice.ts';
import { channelWords, sectionPage, timeText, type Visit } from '../messages/section.ts';
import { passkeyForm, passkeyScripts } from '../sign-in/passkey-form.ts';
import { sayIn as signInTexts } from '../sign-in/say.ts';

type Approval = z.output<typeof approvalSchema>;

const here = '/messages/approvals';

/** Shows the transfers that wait for the member's passkey, each with its decision, and what became of the latest. */
export async function approvalsPage(visit: Visit, refusedBefore?: Told): Promise<Response> {
  const { context, request } = visit;
  const say = sayOf(packs[request.language].site.approvals);
  const { done, refused } = await perform(request, listApprovals, {});
  const approvals = done?.approvals ?? [];
  const waiting = approvals.filter(({ state }) => state === 'waiting');
  const ended = approvals.filter(({ state }) => state !== 'waiting');
  const did = context.req.query('did');
  return sectionPage(visit, {
    title: say('approvals_title'),
    lead: say('approvals_lead'),
    refused: refusedBefore ?? refused,
    scripts: passkeyScripts,
    body: html`${did === 'approved' || did === 'declined' ? notice('done', say(`done_${did}`)) : nothing}
    ${
      waiting.length === 0
        ? empty(say('approvals_none'), say('approvals_none_text'))
        : waiting.map((approval) => card(visit, say, approval))
    }
    ${ended.length === 0 ? nothing : endedCard(visit, say, ended)}`,
  });
}

/** One transfer that waits: exactly what the passkey signs, and both decisions. */
function card(visit: Visit, say: Say<keyof ApprovalsTexts>, approval: Approval): Html {
  const { request } = visit;
  const { id, from, to, expiresAt } = approval;
  const { zone } = request.institution;
  const { language } = request;
  const amount = amountOf(visit, approval);
  return html`<section class="card stack" aria-labelledby="approval-${id}">
    <h2 id="approval-${id}">${amount}</h2>
    <dl class="facts">
      <dt>${say('from')}</dt>
      <dd>${from.name} ${from.suffix}</dd>
      <dt>${say('to')}</dt>
      <dd>${to.name} ${to.suffix}</dd>
    </dl>
    <p>
      ${askedText(visit, say, approval)}.
      ${say('expires', { time: timeText(expiresAt, { language, zone }) })}.
    </p>
    ${passkeyForm(
      { say: signInTexts(language) },
      {
        kind: 'use',
        begin: `/approvals/${id}/begin`,
        finish: `/approvals/${id}/approve`,
        next: `${here}?did=approved`,
        label: say('approve', { amount }),
        insist: { after: 'approval_repeated', label: say('approve_again', { amount }) },
        without: say('approve_without'),
      },
    )}
    <form method="post" action="${here}/${id}/decline">
      <button class="danger" aria-label="${say('decline')}: ${transferText(visit, say, approval)}">
        ${say('decline')}
      </button>
    </form>
    <p class="hint"><a href="/messages/lock">${say('decline_hint')}</a></p>
  </section>`;
}

function endedCard(visit: Visit, say: Say<keyof ApprovalsTexts>, ended: readonly Approval[]): Html {
  return html`<section class="card stack" aria-labelledby="ended">
    <h2 id="ended">${say('ended_title')}</h2>
    <table class="rows" aria-labelledby="ended">
      <thead>
        <tr>
          <th scope="col">${say('column_transfer')}</th>
          <th scope="col">${say('column_asked')}</th>
          <th scope="col">${say('column_state')}</th>
        </tr>
      </thead>
      <tbody>
        ${ended.map(
          (approval) =>
            html`<tr>
              <th scope="row" data-label="${say('column_transfer')}">
                ${transferText(visit, say, approval)}
              </th>
              <td data-label="${say('column_asked')}">${askedText(visit, say, approval)}</td>
              <td data-label="${say('column_state')}">${say(`state_${approval.state}`)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

function askedText(
  visit: Visit,
  say: Say<keyof ApprovalsTexts>,
  { askedBy, askedAt }: Approval,
): Html {
  const { institution, language } = visit.request;
  const sentence = say('asked', { channel: channelWords(visit, askedBy).name });
  return withMoment(sentence, Temporal.Instant.from(askedAt), { zone: institution.zone, language });
}

function transferText(visit: Visit, say: Say<keyof ApprovalsTexts>, approval: Approval): string {
  const { from, to } = approval;
  return say('transfer', {
    amount: amountOf(visit, approval),
    from: `${from.name} ${from.suffix}`,
    to: `${to.name} ${to.suffix}`,
  });
}

function amountOf({ request }: Visit, { amount, currency }: Approval): string {
  const digits = currencyOf(currency)?.digits ?? 2;
  return moneyText(parseDecimal(amount, digits) ?? 0n, currency, request.language);
}

export async function postDecline(visit: Visit, id: string): Promise<Response> {
  const { done, refused } = await perform(visit.request, declineApproval, { id });
  return done ? visit.context.redirect(`${here}?did=declined`, 303) : approvalsPage(visit, refused);
}

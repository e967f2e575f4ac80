import { listShares } from '../../../operations/shares/list-shares.ts';
import { readBalances } from '../../../operations/shares/read-balances.ts';
import { perform } from '../../../operations/perform.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { empty } from '../../ui/notice.ts';
import { balancePoints } from './balance-points.ts';
import { sparkline } from './sparkline.ts';
import { asOf } from './as-of.ts';
import { accountsPage, nameOf, sum, type ShownShare, type Visit } from './visit.ts';

/** Shows everything that the member holds, and why posted and available amounts differ. */
export async function overviewPage(visit: Visit): Promise<Response> {
  const { request, say } = visit;
  const { done, refused } = await perform(request, listShares, {});
  const shares = done?.shares ?? [];
  const cards = await Promise.all(shares.map(async (share) => card(visit, share)));
  return accountsPage(visit, {
    title: say('overview_title'),
    refused,
    body: html`<h1>${say('overview_title')}</h1>
      ${
        shares.length === 0
          ? empty(say('overview_empty'), say('overview_empty_text'))
          : html`<ul class="cards share-cards">
                ${cards}
              </ul>
              <p><a class="button quiet" href="/accounts/search">${say('search_link')}</a></p>`
      }`,
  });
}

async function card(visit: Visit, share: ShownShare): Promise<Html> {
  const { request, say } = visit;
  const { done } = await perform(request, readBalances, { suffix: share.suffix, days: 90 });
  const drawn = done && balancePoints(done);
  const isLoan = share.kind === 'loan';
  return html`<li>
    <a class="card share-card" href="/accounts/${share.suffix}">
      <span class="share-head">
        <strong>${nameOf(say, share)}</strong>
        ${share.nickname ? html`<span class="hint">${say(`kind_${share.kind}`)}</span>` : nothing}
        ${share.role === 'joint' ? html`<span class="tag">${say('role_joint')}</span>` : nothing}
        ${share.closed ? html`<span class="tag">${say('closed')}</span>` : nothing}
      </span>
      <span class="share-figure">
        <span class="figure-large"
          >${sum(visit, isLoan ? share.ledger : share.available, share.currency)}</span
        >
        <span class="hint">${say(isLoan ? 'owed' : 'available')}</span>
      </span>
      ${isLoan ? nothing : difference(visit, share)}
      ${drawn && drawn.points.length > 1 ? sparkline(drawn.points, drawn.days) : nothing}
      ${asOf(visit, share)}
      ${share.isDefault ? html`<span class="hint">${say('is_default')}</span>` : nothing}
      ${share.isTransferSource ? html`<span class="hint">${say('is_source')}</span>` : nothing}
    </a>
  </li>`;
}

/** Available is posted less held, without the overdraft limit. Empty if nothing is held or lent. */
export function difference(visit: Visit, share: ShownShare): Html {
  const { say } = visit;
  const isHeld = Number(share.held) !== 0;
  const hasLimit = Number(share.overdraftLimit) !== 0;
  if (!isHeld && !hasLimit) return nothing;
  const line = (what: string, figure: string) =>
    html`<span class="difference-line"
      ><span>${what}</span> <span class="money">${sum(visit, figure, share.currency)}</span></span
    >`;
  return html`<span class="difference">
    ${isHeld ? html`${line(say('posted'), share.ledger)} ${line(`− ${say('held')}`, share.held)}` : nothing}
    ${hasLimit ? line(say('overdraft'), share.overdraftLimit) : nothing}
  </span>`;
}

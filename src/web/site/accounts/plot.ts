import { balancePeriods, readBalances } from '../../../operations/shares/read-balances.ts';
import { perform } from '../../../operations/perform.ts';
import { localeOf } from '../../ui/figures.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { balancePoints } from './balance-points.ts';
import { sparkline } from './sparkline.ts';
import { sum, type ShownShare, type Visit } from './visit.ts';

/** Gives the period that the visitor asked for, if we offer it. */
export function periodOf(asked: string | undefined): (typeof balancePeriods)[number] {
  return balancePeriods.find((days) => String(days) === asked) ?? 90;
}

/**
 * Draws the balance over time. Without script it is a drawing with its extremes in words. With
 * script (`plot.js`) it becomes an interactive chart, drawn from the table of days in the page.
 */
export async function plot(visit: Visit, share: ShownShare): Promise<Html> {
  const { request, say, context } = visit;
  const days = periodOf(context.req.query('days'));
  const { done } = await perform(request, readBalances, { suffix: share.suffix, days });
  if (!done) return nothing;
  const drawn = balancePoints(done);
  const values = [done.opening, ...done.days.map(({ balance }) => balance)];
  const sorted = values.toSorted((a, b) => Number(a) - Number(b));
  const day = (text: string) =>
    Temporal.PlainDate.from(text).toLocaleString(localeOf(request.language), {
      dateStyle: 'medium',
    });
  const words = say('plot_text', {
    from: day(done.from),
    to: day(done.to),
    least: sum(visit, sorted[0] ?? '0', share.currency),
    most: sum(visit, sorted.at(-1) ?? '0', share.currency),
  });
  return html`<details
    class="card fold"
    ${context.req.query('days') === undefined ? nothing : html`open`}
  >
    <summary><h2>${say('plot_title')}</h2></summary>
    <nav class="row periods" aria-label="${say('plot_title')}">
      ${balancePeriods.map(
        (period) =>
          html`<a
            href="/accounts/${share.suffix}?days=${period}"
            ${period === days ? html`aria-current="true"` : nothing}
            >${say(`period_${period}`)}</a
          >`,
      )}
    </nav>
    ${
      done.days.length === 0
        ? html`<p class="hint">${say('plot_empty')}</p>`
        : html`<div
            class="plot"
            data-plot="${points(done)}"
            data-currency="${share.currency}"
            data-locale="${localeOf(request.language)}"
            data-label="${say('column_balance')}"
            data-when="${say('column_date')}"
          >
            ${sparkline(drawn.points, drawn.days)}
          </div>`
    }
    <p class="hint">${words}</p>
  </details>`;
}

/** `date:balance` pairs, oldest first. */
function points({
  from,
  to,
  opening,
  days,
}: {
  from: string;
  to: string;
  opening: string;
  days: readonly { on: string; balance: string }[];
}): string {
  const last = days.at(-1)?.balance ?? opening;
  const pairs = days.map(({ on, balance }) => `${on}:${balance}`);
  const begins = days[0]?.on === from ? [] : [`${from}:${opening}`];
  const ends = days.at(-1)?.on === to ? [] : [`${to}:${last}`];
  return [...begins, ...pairs, ...ends].join(' ');
}

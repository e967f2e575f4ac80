import { monthText } from '../../../languages/figures.ts';
import { html, type Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { card } from '../ui/card.ts';
import { reportSay } from './report-words.ts';

/** How many months the list offers. */
const monthsOffered = 12;

/** Makes the board’s report of a month that has ended. */
export function boardForm(request: SignedInRequest): Html {
  const say = reportSay(request);
  const { world, institution, language } = request;
  const thisMonth = world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate();
  const months = Array.from({ length: monthsOffered }, (_, index) =>
    thisMonth.toPlainYearMonth().subtract({ months: index + 1 }),
  );
  return card({
    title: say('board'),
    id: 'board',
    body: html`<form method="get" action="/reports/board.pdf" class="stack">
      <p>${say('board_text')}</p>
      <div class="field">
        <label for="board-month">${say('board_month')}</label>
        <select id="board-month" name="month">
          ${months.map(
            (month) =>
              html`<option value="${month.toString()}">${monthText(month, language)}</option>`,
          )}
        </select>
      </div>
      <button class="primary">${say('board_make')}</button>
    </form>`,
  });
}

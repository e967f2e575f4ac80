import { languages } from '../../../kernel/vocabulary/language.ts';
import { packs } from '../../../languages/index.ts';
import type { InstitutionSettings } from '../../../members/institution-settings.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { card } from '../ui/card.ts';
import { facts } from '../ui/facts.ts';
import { dayText } from '../ui/moment.ts';
import { draftForm, input, type SettingsView } from './draft-form.ts';

/** Phone hours, days when the offices are closed or open, and the rules of business days. */
export function dayCard(view: SettingsView, settings: InstitutionSettings): Html {
  const { say } = view;
  const { hours, closures, businessDays, officeHours } = settings;
  return card({
    title: say('hours'),
    id: 'hours',
    body: html`<h3>${say('phone_hours')}</h3>
      ${facts(languages.map((one) => [packs[one].name, hours[one]] as const))}
      <p>
        ${say('office_hours')}:
        ${officeHours
          .map(
            ({ days, from, to }) =>
              `${days.map((day) => weekday(view, day)).join(', ')} ${from}–${to}`,
          )
          .join('; ')}
      </p>
      <h3>${say('rules')}</h3>
      ${rules(view, businessDays.rules)}
      <h3>${say('closures')}</h3>
      ${dayList(view, closures)}
      ${
        Object.keys(businessDays.openings).length > 0
          ? html`<h3>${say('openings')}</h3>
              ${dayList(view, businessDays.openings)}`
          : nothing
      }
      <div class="actions">
        ${draftForm(view, {
          id: 'hours',
          title: say('phone_hours'),
          kind: 'hours',
          fields: html`${languages.map((one) =>
            input({ id: `hours-${one}`, name: one, label: packs[one].name, value: hours[one] }),
          )}`,
        })}
        ${draftForm(view, {
          id: 'rule',
          title: say('set_rule'),
          kind: 'rule',
          fields: ruleFields(view),
        })}
        ${(['closure', 'opening'] as const).map((kind) =>
          draftForm(view, {
            id: kind,
            title: say(kind === 'closure' ? 'add_closure' : 'add_opening'),
            kind,
            fields: html`${input({
              id: `${kind}-day`,
              name: 'day',
              label: say('day'),
              type: 'date',
            })}
            ${input({ id: `${kind}-reason`, name: 'reason', label: say('reason') })}`,
          }),
        )}
      </div>`,
  });
}

function weekday({ request }: SettingsView, day: number): string {
  // 2024-01-01 was a Monday.
  return Temporal.PlainDate.from('2024-01-01')
    .add({ days: day - 1 })
    .toLocaleString(packs[request.language].intl, { weekday: 'short' });
}

function rules(view: SettingsView, given: InstitutionSettings['businessDays']['rules']): Html {
  const { say, request } = view;
  const all = Object.entries(given);
  if (all.length === 0) return html`<p class="soft">${say('rules_none')}</p>`;
  return html`<ul class="plain-list">
    ${all.map(
      ([from, rule]) =>
        html`<li>
          ${say('from_day')} ${dayText(request, Temporal.PlainDate.from(from))}:
          ${rule.weekdays.map((day) => weekday(view, day)).join(', ')}${
            rule.closedOnFederalHolidays ? `; ${say('federal')}` : ''
          }
        </li>`,
    )}
  </ul>`;
}

/** Single days from today on, each with its reason. */
function dayList({ say, request }: SettingsView, days: Readonly<Record<string, string>>): Html {
  const today = request.world.clock
    .now()
    .toZonedDateTimeISO(request.institution.zone)
    .toPlainDate()
    .toString();
  const ahead = Object.entries(days)
    .filter(([day]) => day >= today)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (ahead.length === 0) return html`<p class="soft">${say('closures_none')}</p>`;
  return html`<ul class="plain-list">
    ${ahead.map(
      ([day, reason]) =>
        html`<li>${dayText(request, Temporal.PlainDate.from(day))}: ${reason}</li>`,
    )}
  </ul>`;
}

function ruleFields(view: SettingsView): Html {
  const { say } = view;
  return html`${input({ id: 'rule-day', name: 'day', label: say('from_day'), type: 'date' })}
    <fieldset class="weekdays">
      <legend>${say('weekdays')}</legend>
      ${[1, 2, 3, 4, 5, 6, 7].map(
        (day) =>
          html`<span class="field tick">
            <input
              type="checkbox"
              id="weekday-${day}"
              name="weekday_${day}"
              value="yes"
              ${day <= 5 ? html`checked` : nothing}
            />
            <label for="weekday-${day}">${weekday(view, day)}</label>
          </span>`,
      )}
    </fieldset>
    <div class="field tick">
      <input type="checkbox" id="rule-federal" name="federal" value="yes" checked />
      <label for="rule-federal">${say('federal')}</label>
    </div>`;
}

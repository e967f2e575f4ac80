import { alertKinds, alertDaysMax } from '../../../kernel/vocabulary/alert-kind.ts';
import { packs } from '../../../languages/index.ts';
import { readFigure } from '../../../languages/reading.ts';
import { sayOf, type Say } from '../../../languages/say.ts';
import type { AlertPageTexts } from '../../../languages/site-texts.ts';
import { currencyOf } from '../../../money/amount.ts';
import { listAlerts } from '../../../operations/alerts/list-alerts.ts';
import { removeAlert } from '../../../operations/alerts/remove-alert.ts';
import { setAlert } from '../../../operations/alerts/set-alert.ts';
import { setQuiet } from '../../../operations/alerts/set-quiet.ts';
import { perform, type Told } from '../../../operations/perform.ts';
import { listShares } from '../../../operations/shares/list-shares.ts';
import { formOf } from '../../frame/form.ts';
import { field, select, type Choice } from '../../ui/field.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { goTo, sectionPage, type Visit } from './section.ts';

const here = '/messages/alerts';

/** The fields that show their own faults. */
const fields = ['kind', 'suffix', 'amount', 'days', 'weekday', 'from', 'to'];

interface Shown {
  readonly refused?: Told | undefined;
  /** As written, to show again. */
  readonly written?: Readonly<Record<string, string>>;
}

/** The page of alerts: those that are set, a form for one more, and the quiet hours. */
export async function alertsPage(visit: Visit, shown: Shown = {}): Promise<Response> {
  const { request } = visit;
  const say = sayOf(packs[request.language].site.alerts);
  const { refused } = shown;
  const listed = await perform(request, listAlerts, {});
  if (!listed.done)
    return sectionPage(visit, { title: say('title'), body: nothing, refused: listed.refused });
  const { alerts, quiet } = listed.done;
  return sectionPage(visit, {
    title: say('title'),
    lead: say('lead'),
    refused,
    fields,
    body: html`${
      alerts.length === 0
        ? html`<section class="card stack">
            <h2>${say('empty')}</h2>
            <p class="hint">${say('empty_text')}</p>
          </section>`
        : listOf(alerts, say)
    }
    ${await addForm(visit, say, shown)} ${quietForm(quiet, say, shown)}`,
  });
}

/** Sets an alert from the form. */
export async function postAlert(visit: Visit): Promise<Response> {
  const written = await formOf(visit.context);
  const { language, institution } = visit.request;
  const digits = currencyOf(institution.currency)?.digits;
  const figure = readFigure((written['amount'] ?? '').replaceAll(/\s/g, ''), { language, digits });
  const { done, refused } = await perform(visit.request, setAlert, {
    kind: written['kind'],
    suffix: written['suffix'] ?? '',
    amount: figure && 'amount' in figure ? figure.amount : (written['amount'] ?? ''),
    days: written['days'] ?? '',
    weekday: written['weekday'] ?? '',
  });
  return done ? goTo(visit, here, 'alert') : alertsPage(visit, { refused, written });
}

export async function postRemoveAlert(visit: Visit, id: string): Promise<Response> {
  const { done, refused } = await perform(visit.request, removeAlert, { id });
  return done ? goTo(visit, here, 'alert_removed') : alertsPage(visit, { refused });
}

export async function postQuiet(visit: Visit): Promise<Response> {
  const written = await formOf(visit.context);
  const { done, refused } = await perform(visit.request, setQuiet, {
    from: written['from'] ?? '',
    to: written['to'] ?? '',
  });
  return done ? goTo(visit, here, 'alert') : alertsPage(visit, { refused, written });
}

function listOf(
  alerts: readonly { readonly id: string; readonly number: number; readonly sentence: string }[],
  say: Say<keyof AlertPageTexts>,
): Html {
  return html`<section class="card stack" aria-labelledby="alerts-list">
    <h2 id="alerts-list">${say('list')}</h2>
    <ul class="stack">
      ${alerts.map(
        ({ id, number, sentence }) =>
          html`<li>
            <form class="row apart" method="post" action="${here}/${id}/remove">
              <span>${number}. ${sentence}</span>
              <button aria-label="${say('remove_what', { what: sentence })}">
                ${say('remove')}
              </button>
            </form>
          </li>`,
      )}
    </ul>
  </section>`;
}

async function addForm(
  { request }: Visit,
  say: Say<keyof AlertPageTexts>,
  { refused, written = {} }: Shown,
): Promise<Html> {
  const { done } = await perform(request, listShares, {});
  const { locale } = packs[request.language];
  const shares = (done?.shares ?? []).map(({ suffix, nickname, kind }): Choice => ({
    value: suffix,
    label: `${nickname ?? locale.kinds[kind]} ${suffix}`,
  }));
  const more = (name: string) => ({
    name,
    value: written[name] ?? '',
    ...(refused?.fields[name] === undefined ? {} : { error: refused.fields[name] }),
  });
  return html`<form class="card stack" method="post" action="${here}">
    <h2>${say('add')}</h2>
    ${select({
      ...more('kind'),
      label: say('kind'),
      choices: alertKinds.map((kind) => ({ value: kind, label: say(`kind_${kind}`) })),
    })}
    ${select({
      ...more('suffix'),
      label: say('account'),
      hint: say('account_hint'),
      choices: [{ value: '', label: say('account_all') }, ...shares],
    })}
    ${field({
      ...more('amount'),
      label: say('amount'),
      hint: say('amount_hint'),
      inputmode: 'decimal',
      width: 'short',
      maxlength: 20,
      required: false,
    })}
    ${select({
      ...more('days'),
      label: say('days'),
      hint: say('days_hint'),
      choices: [
        { value: '', label: say('none') },
        ...Array.from({ length: alertDaysMax + 1 }, (_, days) => ({
          value: String(days),
          label: String(days),
        })),
      ],
    })}
    ${select({
      ...more('weekday'),
      label: say('weekday'),
      hint: say('weekday_hint'),
      choices: [
        { value: '', label: say('none') },
        ...locale.alerts.weekdays.map((name, index) => ({ value: String(index + 1), label: name })),
      ],
    })}
    <button class="primary">${say('button')}</button>
  </form>`;
}

function quietForm(
  quiet: { readonly from: string; readonly to: string } | null,
  say: Say<keyof AlertPageTexts>,
  { refused, written = {} }: Shown,
): Html {
  const time = (name: 'from' | 'to', hint?: string) => {
    const error = refused?.fields[name];
    return field({
      name,
      type: 'time',
      label: say(name),
      value: written[name] ?? quiet?.[name] ?? '',
      width: 'short',
      required: false,
      ...(hint === undefined ? {} : { hint }),
      ...(error === undefined ? {} : { error }),
    });
  };
  return html`<form class="card stack" method="post" action="${here}/quiet">
    <h2>${say('quiet')}</h2>
    <p class="hint">${say('quiet_lead')}</p>
    ${time('from')} ${time('to', say('quiet_hint'))}
    <button class="primary">${say('quiet_button')}</button>
  </form>`;
}

import { Hono } from 'hono';
import type { z } from 'zod';
import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import { exportConsents } from '../../../operations/consent/export-consents.ts';
import { readConsents } from '../../../operations/consent/read-consents.ts';
import { rightOf } from '../../../operations/permissions.ts';
import { field, select } from '../../ui/field.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { empty, notice } from '../../ui/notice.ts';
import { act, answer, look, signedIn } from '../frame/act.ts';
import type { ConsoleContext, ConsoleEnv, SignedInRequest } from '../frame/console-env.ts';
import { page } from '../frame/page.ts';
import { action } from '../ui/action.ts';
import { card } from '../ui/card.ts';
import { chip, type Tone } from '../ui/chip.ts';
import { moment, momentText } from '../ui/moment.ts';
import { table } from '../ui/table.ts';

type Consents = z.output<typeof readConsents.output>;
type Consent = Consents['consents'][number];

const sayOfConsent = ({ language }: SignedInRequest) => sayOf(packs[language].console.consent);

/** The page of consents: one address, each agreement and STOP with its proof. */
export function createConsentPages(): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get('/consent', consentPage);
  app.post('/consent/export', async (context) => {
    const performed = await act(context, exportConsents);
    const text = performed.form['text'] ?? '';
    const to = `/consent?q=${encodeURIComponent(text)}`;
    if (performed.refused) return answer(context, performed, { to, said: '' });
    const { name, type, content } = performed.done;
    return context.body(content, 200, {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    });
  });
  return app;
}

async function consentPage(context: ConsoleContext): Promise<Response> {
  const text = (context.req.query('q') ?? '').trim().slice(0, 100);
  const request = signedIn(context);
  const say = sayOfConsent(request);
  const { done, refused } = text === '' ? {} : await look(context, readConsents, { text });
  return page(context, {
    title: say('title'),
    section: 'consent',
    ...(refused?.status === 403 ? { status: 403 } : {}),
    body: html`<header class="page-head">
        <h1>${say('title')}</h1>
        <p class="lead">${say('lead')}</p>
      </header>
      <form
        class="card member-search"
        role="search"
        aria-label="${say('title')}"
        action="/consent"
        method="get"
      >
        ${field({
          name: 'q',
          type: 'search',
          label: say('label'),
          hint: say('hint'),
          value: text,
          maxlength: 100,
          autocomplete: 'off',
        })}
        <button class="primary">${say('show')}</button>
      </form>
      ${refused ? notice('mind', refused.text) : nothing}
      ${done ? found(request, text, done) : refused ? nothing : empty(say('begin'), say('begin_text'))}`,
  });
}

function found(request: SignedInRequest, text: string, done: Consents): Html {
  const say = sayOfConsent(request);
  const { channels } = packs[request.language].locale;
  const { member } = done;
  return html`<div class="with-side">
    <div class="flow">${list(request, done.consents)}</div>
    <div class="side">
      ${card({
        title: member ? member.name : say('stranger'),
        end: member
          ? html`<a class="mono" href="/members/${encodeURIComponent(member.number)}"
              >${member.number}</a
            >`
          : nothing,
        body: html`<ul class="plain-list">
          ${done.addresses.map(
            ({ channel, name, stoppedAt }) =>
              html`<li>
                ${channels[channel].name} <span class="mono">${name ?? ''}</span>
                ${
                  stoppedAt === null
                    ? chip(say('not_stopped'), 'good')
                    : chip(
                        say('stopped', {
                          when: momentText(request, Temporal.Instant.from(stoppedAt)),
                        }),
                        'bad',
                      )
                }
              </li>`,
          )}
        </ul>`,
      })}
      ${exportCard(request, text)}
    </div>
  </div>`;
}

/** Only for roles that may take the data out of the console. */
function exportCard(request: SignedInRequest, text: string): Html {
  const say = sayOfConsent(request);
  if (rightOf(request.principal.roles, 'search_messages') === undefined) return nothing;
  return card({
    title: say('export'),
    body: action(request, {
      id: 'export',
      permission: 'search_messages',
      title: say('export'),
      text: say('export_text'),
      to: '/consent/export',
      fields: html`<input type="hidden" name="text" value="${text}" /> ${select({
          name: 'format',
          label: say('format'),
          choices: [
            { value: 'json', label: 'JSON' },
            { value: 'csv', label: 'CSV' },
          ],
        })}`,
    }),
  });
}

const tones: Readonly<Record<NonNullable<Consent['message']>['record'], Tone>> = {
  valid: 'good',
  unknown_key: 'mind',
  altered: 'bad',
  missing: 'mind',
};

function list(request: SignedInRequest, consents: readonly Consent[]): Html {
  const say = sayOfConsent(request);
  const { channels } = packs[request.language].locale;
  return card({
    title: say('list'),
    body: table({
      caption: say('list'),
      columns: [
        { head: say('what') },
        { head: say('when') },
        { head: say('where') },
        { head: say('words') },
        { head: say('proof') },
      ],
      rows: consents.map((one) => ({
        tone: one.message?.record === 'altered' ? ('bad' as const) : undefined,
        cells: [
          html`<strong>${kindName(request, one.kind)}</strong>`,
          moment(request, one.at),
          one.channel === null
            ? '–'
            : html`${channels[one.channel].name} <span class="mono">${one.address ?? ''}</span>`,
          words(request, one),
          proof(request, one),
        ],
      })),
      empty: empty(say('none'), say('none_text')),
    }),
  });
}

function kindName({ language }: SignedInRequest, kind: string): string {
  const texts: Readonly<Record<string, string>> = packs[language].console.consent;
  return texts[`kind_${kind}`] ?? kind;
}

function words(request: SignedInRequest, { how, message }: Consent): Html | string {
  if (!message) return how;
  if (message.text === null)
    return html`<span class="soft">${sayOfConsent(request)('hidden')}</span>`;
  return html`<q>${message.text}</q>`;
}

function proof(request: SignedInRequest, { message }: Consent): Html | string {
  if (!message) return '–';
  const { batch, key, record } = message;
  return html`${chip(sayOfConsent(request)(`record_${record}`, { batch: batch ?? '' }), tones[record])}
    <span class="soft mono">${key}</span>`;
}

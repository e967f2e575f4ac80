import type { z } from 'zod';
import { deliveryStates, type DeliveryState } from '../../../kernel/vocabulary/delivery-state.ts';
import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import type { listDeliveriesOfWebhook } from '../../../operations/programs/list-webhooks.ts';
import { field } from '../../ui/field.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { empty } from '../../ui/notice.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { action } from '../ui/action.ts';
import { card } from '../ui/card.ts';
import { chip, type Tone } from '../ui/chip.ts';
import { facts } from '../ui/facts.ts';
import { moment } from '../ui/moment.ts';
import { table } from '../ui/table.ts';
import { tabs } from '../ui/tabs.ts';
import { sayIn, webhookState, type Webhook } from './program-words.ts';

export type Delivery = z.output<typeof listDeliveriesOfWebhook.output>['deliveries'][number];

/** How many deliveries a page shows. */
const pageSize = 100;

/** One webhook: where it leads, its deliveries with their attempts, and what can be done. */
export function webhookDetail(
  request: SignedInRequest,
  one: Webhook,
  given: { readonly deliveries: readonly Delivery[]; readonly state: DeliveryState | undefined },
): Html {
  const say = sayIn(request.language);
  return html`<header class="page-head">
      <p class="soft"><a href="/programs/webhooks">${say('webhooks')}</a> › ${one.name}</p>
      <h1>${one.name} ${webhookState(request, one)}</h1>
    </header>
    ${card({
      title: say('webhook'),
      body: facts([
        [say('url'), one.url],
        [say('kinds'), one.kinds.map((kind) => say(`kind_${kind}`)).join('; ')],
        [
          say('secret'),
          one.secretMadeAt === null ? say('no_token') : moment(request, one.secretMadeAt),
        ],
        [say('made'), moment(request, one.madeAt)],
        [say('made_by'), one.madeBy],
        ...(one.endedAt === null ? [] : [[say('ended_at'), moment(request, one.endedAt)] as const]),
      ]),
    })}
    ${one.endedAt === null ? actions(request, one) : nothing} ${deliveryList(request, one, given)}`;
}

function actions(request: SignedInRequest, one: Webhook): Html {
  const say = sayIn(request.language);
  const path = `/programs/webhooks/${one.id}`;
  return html`<div class="actions">
    ${action(request, {
      id: 'secret',
      permission: 'make_program_secrets',
      title: say('make_secret'),
      to: `${path}/secret`,
      text: say('make_secret_text'),
    })}
    ${action(request, {
      id: 'replay',
      permission: 'replay_events',
      title: say('replay'),
      to: `${path}/replay`,
      text: say('replay_text'),
      fields: field({
        name: 'number',
        label: say('replay_number'),
        hint: say('replay_number_hint'),
        required: false,
        inputmode: 'numeric',
        autocomplete: 'off',
        maxlength: 15,
        width: 'short',
      }),
    })}
    ${action(request, {
      id: 'end',
      permission: 'end_programs',
      title: say('end'),
      to: `${path}/end`,
      text: say('end_webhook_text'),
      isDangerous: true,
    })}
  </div>`;
}

const tones: Readonly<Record<DeliveryState, Tone>> = {
  waiting: 'mind',
  delivered: 'good',
  dead: 'bad',
};

function deliveryList(
  request: SignedInRequest,
  one: Webhook,
  { deliveries, state }: Parameters<typeof webhookDetail>[2],
): Html {
  const say = sayIn(request.language);
  const frame = sayOf(packs[request.language].console.frame);
  const path = `/programs/webhooks/${one.id}`;
  const last = deliveries.length === pageSize ? deliveries.at(-1) : undefined;
  const older = new URLSearchParams({
    ...(state ? { state } : {}),
    before: String(last?.number ?? ''),
  });
  return html`<section class="stack" aria-labelledby="deliveries">
    <h2 id="deliveries">${say('deliveries')}</h2>
    ${tabs(say('deliveries'), [
      { href: path, text: frame('all'), isOpen: state === undefined },
      ...deliveryStates.map((each) => ({
        href: `${path}?state=${each}`,
        text: say(each),
        isOpen: state === each,
      })),
    ])}
    ${table({
      caption: say('deliveries'),
      columns: [
        { head: say('number'), isFigure: true },
        { head: say('kind') },
        { head: say('state') },
        { head: say('attempts'), isFigure: true },
        { head: say('outcome') },
        { head: say('next') },
        { head: say('ended') },
      ],
      rows: deliveries.map((each) => ({
        cells: [
          String(each.number),
          each.kind,
          chip(say(each.state), tones[each.state]),
          String(each.attempts),
          each.outcome ?? '',
          each.nextAt === null ? '' : moment(request, each.nextAt),
          each.endedAt === null ? '' : moment(request, each.endedAt),
        ],
        tone: each.state === 'dead' ? ('bad' as const) : undefined,
      })),
      empty: empty(say('deliveries_none'), say('deliveries_none_text')),
    })}
    ${last ? html`<p><a href="${path}?${older.toString()}">${say('older')}</a></p>` : nothing}
  </section>`;
}

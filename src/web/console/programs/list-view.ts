import { domainEventKinds } from '../../../kernel/vocabulary/domain-event.ts';
import { programPermissions } from '../../../operations/programs/scopes.ts';
import { field } from '../../ui/field.ts';
import { html, type Html } from '../../ui/html.ts';
import { empty } from '../../ui/notice.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { action } from '../ui/action.ts';
import { moment } from '../ui/moment.ts';
import { table } from '../ui/table.ts';
import { tabs } from '../ui/tabs.ts';
import { programState, sayIn, webhookState, type Program, type Webhook } from './program-words.ts';
import { tickFields } from './tick-fields.ts';

/** The programs, and the form that asks for another. */
export function programList(request: SignedInRequest, programs: readonly Program[]): Html {
  const say = sayIn(request.language);
  return html`${head(request, 'programs')} ${addProgram(request)}
  ${table({
    caption: say('title'),
    columns: [
      { head: say('name') },
      { head: say('scopes') },
      { head: say('state') },
      { head: say('used') },
      { head: say('until') },
    ],
    rows: programs.map((one) => ({
      href: `/programs/${one.id}`,
      cells: [
        one.name,
        one.scopes.join(', '),
        programState(request, one),
        one.lastUsedAt === null ? say('never') : moment(request, one.lastUsedAt),
        moment(request, one.endedAt ?? one.expiresAt),
      ],
    })),
    empty: empty(say('none'), say('none_text')),
  })}`;
}

/** The webhooks, and the form that asks for another. */
export function webhookList(request: SignedInRequest, webhooks: readonly Webhook[]): Html {
  const say = sayIn(request.language);
  return html`${head(request, 'webhooks')} ${addWebhook(request)}
  ${table({
    caption: say('webhooks'),
    columns: [
      { head: say('name') },
      { head: say('url') },
      { head: say('kinds') },
      { head: say('state') },
    ],
    rows: webhooks.map((one) => ({
      href: `/programs/webhooks/${one.id}`,
      cells: [one.name, one.url, one.kinds.join(', '), webhookState(request, one)],
    })),
    empty: empty(say('webhooks_none'), say('webhooks_none_text')),
  })}`;
}

function head(request: SignedInRequest, open: 'programs' | 'webhooks'): Html {
  const say = sayIn(request.language);
  const title = say(open === 'programs' ? 'title' : 'webhooks');
  return html`<header class="page-head">
      <h1>${title}</h1>
      <p class="lead">${say(open === 'programs' ? 'lead' : 'webhooks_lead')}</p>
    </header>
    ${tabs(say('title'), [
      { href: '/programs', text: say('title'), isOpen: open === 'programs' },
      { href: '/programs/webhooks', text: say('webhooks'), isOpen: open === 'webhooks' },
    ])}`;
}

function addProgram(request: SignedInRequest): Html {
  const say = sayIn(request.language);
  return action(request, {
    id: 'add-program',
    permission: 'manage_tokens',
    title: say('add_program'),
    to: '/programs',
    text: say('add_program_text'),
    fields: html`${nameField(say)}
    ${tickFields({
      legend: say('scopes'),
      prefix: 'scope',
      names: programPermissions.map((name) => ({ name, label: say(`scope_${name}`) })),
    })}
    ${field({
      name: 'operations',
      label: say('scopes_more'),
      hint: say('scopes_more_hint'),
      required: false,
      autocomplete: 'off',
      maxlength: 500,
    })}
    ${field({
      name: 'days',
      label: say('days'),
      hint: say('days_hint'),
      value: '90',
      inputmode: 'numeric',
      autocomplete: 'off',
      maxlength: 3,
      width: 'short',
    })}`,
  });
}

function addWebhook(request: SignedInRequest): Html {
  const say = sayIn(request.language);
  return action(request, {
    id: 'add-webhook',
    permission: 'manage_tokens',
    title: say('add_webhook'),
    to: '/programs/webhooks',
    text: say('add_webhook_text'),
    fields: html`${nameField(say)}
    ${field({
      name: 'url',
      label: say('url'),
      hint: say('url_hint'),
      placeholder: 'https://hooks.partner.example/tmm',
      autocomplete: 'off',
      maxlength: 500,
    })}
    ${tickFields({
      legend: say('kinds'),
      prefix: 'kind',
      names: domainEventKinds.map((name) => ({ name, label: say(`kind_${name}`) })),
    })}`,
  });
}

function nameField(say: ReturnType<typeof sayIn>): Html {
  return field({
    name: 'name',
    label: say('name'),
    hint: say('name_hint'),
    autocomplete: 'off',
    maxlength: 60,
  });
}

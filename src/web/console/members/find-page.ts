import type { z } from 'zod';
import { packs } from '../../../languages/index.ts';
import { findMembers } from '../../../operations/people/find-members.ts';
import { field } from '../../ui/field.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { empty, notice } from '../../ui/notice.ts';
import { look, refusedLook, signedIn } from '../frame/act.ts';
import type { ConsoleContext, SignedInRequest } from '../frame/console-env.ts';
import { page } from '../frame/page.ts';
import { chip } from '../ui/chip.ts';
import { table } from '../ui/table.ts';
import { sayMembers } from './say.ts';

type Found = z.output<typeof findMembers.output>;

/** Finds members. One who was found by something that only they have is opened at once. */
export async function findPage(context: ConsoleContext): Promise<Response> {
  const text = (context.req.query('q') ?? '').slice(0, 100);
  const { done, refused } = await look(context, findMembers, { text });
  if (refused) return refusedLook(context, refused);
  const [only, another] = done.members;
  if (only && !another && only.by !== 'name')
    return context.redirect(`/members/${encodeURIComponent(only.number)}`, 303);
  const request = signedIn(context);
  const say = sayMembers(request);
  return page(context, {
    title: say('title'),
    section: 'members',
    body: html`<header class="page-head">
        <h1>${say('title')}</h1>
        <p class="lead">${say('lead')}</p>
      </header>
      <form
        class="card member-search"
        role="search"
        aria-label="${say('title')}"
        action="/members"
        method="get"
      >
        ${field({
          name: 'q',
          type: 'search',
          label: say('search_label'),
          hint: say('search_hint'),
          value: text,
          maxlength: 100,
          autocomplete: 'off',
          autofocus: text === '',
        })}
        <button class="primary">${say('search')}</button>
      </form>
      ${text === '' ? empty(say('begin'), say('begin_text')) : list(request, done)}`,
  });
}

function list(request: SignedInRequest, { members, more }: Found): Html {
  const say = sayMembers(request);
  return html`${table({
    caption: say('title'),
    columns: [
      { head: say('name') },
      { head: say('number') },
      { head: say('addresses') },
      { head: say('found_by') },
      { head: say('state') },
    ],
    rows: members.map((one) => ({
      href: `/members/${encodeURIComponent(one.number)}`,
      cells: [
        one.name,
        html`<span class="mono">${one.number}</span>`,
        addresses(request, one.addresses),
        say(`by_${one.by}`),
        one.locked ? chip(say('locked'), 'bad') : chip(say('active'), 'good'),
      ],
    })),
    empty: empty(say('none'), say('none_text')),
  })}
  ${more ? notice('tell', say('more')) : nothing}`;
}

function addresses(
  { language }: SignedInRequest,
  all: Found['members'][number]['addresses'],
): Html | string {
  const { channels } = packs[language].locale;
  if (all.length === 0) return '–';
  return html`<span class="chips"
    >${all.map(({ channel, name }) => chip([channels[channel].name, name ?? ''].join(' ').trim()))}</span
  >`;
}

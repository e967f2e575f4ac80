import { html, nothing, type Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';
import { chip } from '../ui/chip.ts';
import { tabs } from '../ui/tabs.ts';
import { writeToMemberButton } from '../ui/write-to-member.ts';
import { sayMembers } from './say.ts';

export type FileTab = 'file' | 'access' | 'audit';

/** Who the member is, above each page about them, with the way to the other pages. */
export function fileHead(
  request: SignedInRequest,
  given: {
    readonly number: string;
    readonly name: string;
    readonly tab?: FileTab;
    readonly locked?: boolean;
    /** Under the member: an account, an entry. */
    readonly under?: readonly { readonly text: string; readonly href?: string }[];
  },
): Html {
  const say = sayMembers(request);
  const { number, name, tab, under = [] } = given;
  const to = memberPath(number);
  return html`<header class="page-head">
      <p class="soft crumbs">
        <a href="/members">${say('title')}</a> ›
        ${under.length === 0 ? number : html`<a href="${to}">${name}</a>`}
        ${under.map(
          ({ text, href }) => html` › ${href ? html`<a href="${href}">${text}</a>` : text}`,
        )}
      </p>
      <h1>
        ${name} <span class="member-number mono">${number}</span>
        ${given.locked ? chip(say('locked'), 'bad') : nothing}
      </h1>
      ${under.length === 0 ? html`<div class="actions">${writeToMemberButton(request, number)}</div>` : nothing}
    </header>
    ${
      under.length > 0
        ? nothing
        : tabs(say('tabs'), [
            { href: to, text: say('tab_file'), isOpen: tab === 'file' },
            { href: `${to}/access`, text: say('tab_access'), isOpen: tab === 'access' },
            {
              href: `/consent?q=${encodeURIComponent(number)}`,
              text: say('tab_consent'),
              isOpen: false,
            },
            { href: `${to}/audit`, text: say('tab_audit'), isOpen: tab === 'audit' },
          ])
    }`;
}

/** The page of a member. */
export function memberPath(number: string): string {
  return `/members/${encodeURIComponent(number)}`;
}

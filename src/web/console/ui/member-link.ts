import { html, nothing, type Html } from '../../ui/html.ts';

/** A member's name and number, with the way to the member's file. */
export function memberLink(member: {
  readonly memberNumber: string | null;
  readonly memberName: string | null;
}): Html {
  if (member.memberNumber === null) return nothing;
  return html`<a href="/members/${encodeURIComponent(member.memberNumber)}"
      >${member.memberName ?? member.memberNumber}</a
    >
    <span class="soft">${member.memberNumber}</span>`;
}

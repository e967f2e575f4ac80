import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import { isDual, rightOf, type StaffPermission } from '../../../operations/permissions.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import type { SignedInRequest } from '../frame/console-env.ts';

/**
 * An act with its fields and the reason for the audit log, folded until it is wanted. A person who
 * may only ask sees that it will wait for somebody else. Nothing at all for a role that may not.
 * @param given `permission`: of the operation that the form's address runs; `id`: unique on the page
 */
export function action(
  request: SignedInRequest,
  given: {
    readonly id: string;
    readonly permission: StaffPermission;
    /** What the button that opens it says. */
    readonly title: string;
    /** Where the form goes. */
    readonly to: string;
    /** What the button that does it says. */
    readonly button?: string;
    readonly fields?: Html;
    /** What happens, in a sentence. */
    readonly text?: string;
    /** Without a reason, as a note that is its own reason. */
    readonly withoutWhy?: boolean;
    readonly isDangerous?: boolean;
    readonly isOpen?: boolean;
  },
): Html {
  const right = rightOf(request.principal.roles, given.permission);
  if (!right) return nothing;
  const say = sayOf(packs[request.language].console.frame);
  const waits = right === 'asks' && isDual(given.permission);
  return html`<details class="action" ${given.isOpen ? html`open` : nothing}>
    <summary class="${given.isDangerous ? 'danger' : ''}">${given.title}</summary>
    <form method="post" action="${given.to}" class="stack">
      ${given.text ? html`<p>${given.text}</p>` : nothing} ${given.fields ?? nothing}
      ${given.withoutWhy ? nothing : whyField(request, given.id)}
      <button class="${given.isDangerous ? 'danger' : 'primary'}">
        ${waits ? say('ask') : (given.button ?? given.title)}
      </button>
    </form>
  </details>`;
}

/** The reason for the audit log. */
export function whyField({ language }: SignedInRequest, id: string, value = ''): Html {
  const say = sayOf(packs[language].console.frame);
  return html`<div class="field">
    <label for="why-${id}">${say('why')}</label>
    <p class="hint" id="why-${id}-hint">${say('why_hint')}</p>
    <input
      id="why-${id}"
      name="why"
      type="text"
      value="${value}"
      required
      maxlength="500"
      aria-describedby="why-${id}-hint"
    />
  </div>`;
}

import { html, nothing, type Html } from '../../ui/html.ts';
import type { SignInVisit } from './sign-in-visit.ts';

/** The scripts of a page with a passkey: the library and ours. */
export const passkeyScripts = ['/static/vendor/simplewebauthn.js', '/static/passkeys.js'];

/** A form that uses or makes a passkey. It is hidden until the script finds that the browser can. */
export function passkeyForm(
  { say }: Pick<SignInVisit, 'say'>,
  given: {
    readonly kind: 'use' | 'make';
    /** One address gives the options, the other takes the answer. */
    readonly begin: string;
    readonly finish: string;
    readonly next: string;
    /** Where to go if the person must verify first. */
    readonly verify?: string;
    readonly label: string;
    /** Shown before the button. */
    readonly before?: Html;
  },
): Html {
  return html`<div>
    <form
      class="stack"
      hidden
      data-passkey="${given.kind}"
      data-begin="${given.begin}"
      data-finish="${given.finish}"
      data-next="${given.next}"
      ${given.verify ? html`data-verify="${given.verify}"` : nothing}
      data-cancelled="${say('passkey_cancelled')}"
      data-known="${say('passkey_known')}"
      data-failed="${say('passkey_failed')}"
    >
      ${given.before ?? nothing}
      <p class="error" role="alert" data-passkey-error hidden></p>
      <button class="primary">${given.label}</button>
    </form>
    <p class="hint" data-passkey-without>${say('passkey_without')}</p>
  </div>`;
}

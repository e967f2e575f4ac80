import { html, nothing, type Html } from '../../ui/html.ts';
import type { Visit } from './screen.ts';

/** The scripts of a page with a passkey: the library and ours. */
export const passkeyScripts = ['/static/vendor/simplewebauthn.js', '/static/passkeys.js'];

/**
 * A form that uses or makes a passkey. It is hidden until the script finds that the browser can.
 * Otherwise the page says so and offers another way.
 */
export function passkeyForm(
  { say }: Pick<Visit, 'say'>,
  given: {
    readonly kind: 'use' | 'make';
    /** Operations of the API: one gives the options, one takes the answer. */
    readonly begin: string;
    readonly finish: string;
    /** Where to go when it is done. */
    readonly next: string;
    /** Where to go if the member must verify first. */
    readonly verify?: string;
    readonly label: string;
    /** A refusal after which the member may insist: its code, and the button's label then. */
    readonly insist?: { readonly after: string; readonly label: string };
    readonly without: string;
    /** Shown before the button, such as a field for the passkey's name. */
    readonly before?: Html;
  },
): Html {
  return html`<form
      class="stack"
      hidden
      data-passkey="${given.kind}"
      data-begin="/api/v1${given.begin}"
      data-finish="/api/v1${given.finish}"
      data-next="${given.next}"
      ${given.verify ? html`data-verify="${given.verify}"` : nothing}
      ${
        given.insist
          ? html`data-insist="${given.insist.after}" data-insist-label="${given.insist.label}"`
          : nothing
      }
      data-cancelled="${say('passkey_cancelled')}"
      data-known="${say('passkey_known')}"
      data-failed="${say('passkey_failed')}"
    >
      ${given.before ?? nothing}
      <p class="error" role="alert" data-passkey-error hidden></p>
      <button class="primary">${given.label}</button>
    </form>
    <p class="hint" data-passkey-without>${given.without}</p>`;
}

import type { Told } from '../../../operations/perform.ts';
import { qr } from '../../ui/qr.ts';
import { field } from '../../ui/field.ts';
import { html, type Html } from '../../ui/html.ts';
import { errorOf, type Visit } from './screen.ts';

/**
 * Shows the key for an authenticator app, to scan or to type, and the field for the code that
 * proves it.
 */
export function totpFields(
  { say }: Pick<Visit, 'say'>,
  given: {
    readonly secret: string;
    readonly address: string;
    readonly refused?: Told | undefined;
  },
): Html {
  const grouped = given.secret.match(/.{1,4}/g)?.join(' ') ?? given.secret;
  return html`<div class="stack">
    <p>${say('totp_scan')}</p>
    ${qr(given.address, say('totp_qr'))}
    <p>${say('totp_type')} <code>${grouped}</code></p>
    ${field({
      name: 'code',
      label: say('totp_code'),
      hint: say('totp_code_hint'),
      autocomplete: 'one-time-code',
      inputmode: 'numeric',
      maxlength: 20,
      width: 'short',
      ...errorOf(given.refused, 'code'),
    })}
  </div>`;
}

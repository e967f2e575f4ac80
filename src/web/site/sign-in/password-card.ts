import type { z } from 'zod';
import type { readAccess } from '../../../operations/access/read-access.ts';
import { localeOf } from '../../ui/figures.ts';
import { html, nothing, type Html } from '../../ui/html.ts';
import { notice } from '../../ui/notice.ts';
import type { Visit } from './screen.ts';

/** Shows password, authenticator app and recovery codes, which together are one way to sign in. */
export function passwordCard(
  { request, say }: Visit,
  access: z.output<typeof readAccess.output>,
): Html {
  const { passwordChangedAt, totpSince, recoveryCodesLeft } = access;
  const dayText = (at: string) =>
    Temporal.Instant.from(at)
      .toZonedDateTimeISO(request.institution.zone)
      .toPlainDate()
      .toLocaleString(localeOf(request.language), { dateStyle: 'long' });
  return html`<section class="card stack" aria-labelledby="password-and-app">
    <h2 id="password-and-app">${say('security_password_title')}</h2>
    ${
      passwordChangedAt !== null && totpSince === null
        ? notice('mind', say('password_needs_totp'))
        : nothing
    }
    <p>
      ${
        passwordChangedAt === null
          ? say('password_none')
          : say('password_since', { day: dayText(passwordChangedAt) })
      }
      <a href="/security/password"
        >${say(passwordChangedAt === null ? 'password_set' : 'password_change')}</a
      >
    </p>
    <p>${totpSince === null ? say('totp_none') : say('totp_since', { day: dayText(totpSince) })}</p>
    <form method="post" action="/security/totp">
      <button class="quiet">${say(totpSince === null ? 'totp_set' : 'totp_replace')}</button>
    </form>
    ${
      totpSince === null
        ? nothing
        : html`<p>${say('codes_left', { count: String(recoveryCodesLeft) })}</p>
            <form class="row" method="post" action="/security/recovery-codes">
              <button class="quiet">${say('codes_new')}</button>
              <span class="hint">${say('codes_new_hint')}</span>
            </form>`
    }
  </section>`;
}

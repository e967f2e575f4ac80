import { z } from 'zod';
import { totpAddress } from '../../access/totp.ts';
import type { RequestContext } from '../request-context.ts';

/**
 * What an authenticator app needs. Only the member sees it, until the app has proven that it has
 * the secret.
 */
export const totpSchema = z.object({
  secret: z.string().describe('Base 32, to type into the app.'),
  address: z.string().describe('otpauth://…, for a QR code.'),
});

/** The app's code, as typed. */
export const totpCode = z.string().trim().min(6).max(20);

/** Gives the secret, and the address that apps read from a QR code. */
export function totpOutput(
  { institution }: Pick<RequestContext, 'institution'>,
  given: { readonly secret: string; readonly memberNumber: string },
): z.input<typeof totpSchema> {
  return {
    secret: given.secret,
    address: totpAddress(given.secret, {
      issuer: institution.settings.portalName,
      label: given.memberNumber,
    }),
  };
}

import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';

/** base64url without padding, as in WebAuthn's JSON. Bounded, since strangers send it. */
const encoded = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[\w-]*$/);

/** What the browser passes to the authenticator: WebAuthn level 3's own JSON. */
export const passkeyOptions = z.object({
  options: z
    .looseObject({ challenge: z.string() })
    .describe('Pass it to the browser unchanged: PublicKeyCredential.parse…OptionsFromJSON.'),
});

/** The browser's answer when it made a passkey: `RegistrationResponseJSON` of WebAuthn level 3. */
export const registrationResponse = z
  .object({
    id: encoded(1_400),
    response: z.object({
      clientDataJSON: encoded(4_000),
      attestationObject: encoded(40_000),
      transports: z.array(z.string().max(20)).max(10).optional(),
    }),
  })
  .describe('RegistrationResponseJSON of WebAuthn level 3; other fields are ignored.');

/**
 * The browser's answer when it used a passkey: `AuthenticationResponseJSON` of WebAuthn level 3.
 */
export const authenticationResponse = z
  .object({
    id: encoded(1_400),
    response: z.object({
      clientDataJSON: encoded(4_000),
      authenticatorData: encoded(4_000),
      signature: encoded(4_000),
      userHandle: encoded(200).nullish(),
    }),
  })
  .describe('AuthenticationResponseJSON of WebAuthn level 3; other fields are ignored.');

/** The member's name for a passkey. */
export const passkeyName = z.string().trim().min(1).max(60);

/** Fills in the fields of a registration answer that we ignore. */
export function registrationOf({
  id,
  response,
}: z.output<typeof registrationResponse>): RegistrationResponseJSON {
  const { clientDataJSON, attestationObject, transports } = response;
  return {
    id,
    rawId: id,
    type: 'public-key',
    clientExtensionResults: {},
    response: { clientDataJSON, attestationObject, transports: transports ?? [] },
  };
}

/** Fills in the fields of a sign-in answer that we ignore. */
export function authenticationOf({
  id,
  response,
}: z.output<typeof authenticationResponse>): AuthenticationResponseJSON {
  const { clientDataJSON, authenticatorData, signature, userHandle } = response;
  return {
    id,
    rawId: id,
    type: 'public-key',
    clientExtensionResults: {},
    response: {
      clientDataJSON,
      authenticatorData,
      signature,
      ...(userHandle ? { userHandle } : {}),
    },
  };
}

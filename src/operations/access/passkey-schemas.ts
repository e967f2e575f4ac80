import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';

/** base64url without padding, as WebAuthn's JSON has it; bounded, since strangers send it. */
const encoded = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[\w-]*$/);

/** What a browser is given to ask an authenticator with: WebAuthn level 3's own JSON. */
export const passkeyOptions = z.object({
  options: z
    .looseObject({ challenge: z.string() })
    .describe('Pass it to the browser unchanged: PublicKeyCredential.parse…OptionsFromJSON.'),
});

/** What a browser answers when a passkey was made: `RegistrationResponseJSON` of WebAuthn level 3. */
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

/** What a browser answers when a passkey was used: `AuthenticationResponseJSON` of WebAuthn level 3. */
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

/** What the user calls a passkey. */
export const passkeyName = z.string().trim().min(1).max(60);

/** The answer with the fields that nothing depends on filled in. */
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

/** The same of an answer to sign in. */
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

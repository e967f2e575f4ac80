import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { call, sentenceOf } from '../api.ts';
import { say } from '../given.ts';

/** Whether this browser has passkeys. */
export const hasPasskeys = browserSupportsWebAuthn();

type Authentication = Parameters<typeof startAuthentication>[0]['optionsJSON'];
type Registration = Parameters<typeof startRegistration>[0]['optionsJSON'];

/** Signs in by face, finger or PIN. @throws if the server refuses or the member cancels */
export async function signInByPasskey(): Promise<void> {
  const { options } = await call('beginPasskeySignIn', {});
  await call('finishPasskeySignIn', { response: await signed(options) });
}

/** Proves once more that it is the member. @throws if the server refuses or the member cancels */
export async function verifyByPasskey(): Promise<void> {
  const { options } = await call('beginVerification', {});
  await call('verifyWithPasskey', { response: await signed(options) });
}

/** Creates a passkey on this device. @throws if the server refuses or the member cancels */
export async function createPasskey(): Promise<void> {
  const { options } = await call('beginPasskeyAddition', {});
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- WebAuthn's own JSON, passed on unread
  const optionsJSON = options as unknown as Registration;
  const response = await startRegistration({ optionsJSON });
  await call('addPasskey', { response, name: say('passkey_name') });
}

/** Asks the device to sign a challenge. */
export async function signed(options: object): ReturnType<typeof startAuthentication> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- WebAuthn's own JSON, passed on unread
  return startAuthentication({ optionsJSON: options as Authentication });
}

/** Gives the sentence for a failure of a passkey or of the server. */
export function passkeySentence(error: unknown): string {
  if (!(error instanceof Error)) return say('passkey_failed');
  if (error.name === 'NotAllowedError' || error.name === 'AbortError')
    return say('passkey_cancelled');
  if (error.name === 'InvalidStateError') return say('passkey_known');
  return error.name === 'Error' ? sentenceOf(error) : say('passkey_failed');
}

import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';

/**
 * A device that makes and uses passkeys, written after WebAuthn level 2 sections 6.1 and 6.5,
 * independently of the library that checks them: ES256, attestation `none`. It makes mistakes on
 * request.
 */
export interface Authenticator {
  register(options: AskedToMake, how?: Misbehaviour): RegistrationResponseJSON;
  sign(options: AskedToSign, how?: Misbehaviour): AuthenticationResponseJSON;
}

/** What it reads of the options for a new passkey. */
interface AskedToMake {
  readonly challenge: string;
  readonly user: { readonly id: string };
}

/** What it reads of the options for a signature. Without a list, any of its passkeys may sign. */
interface AskedToSign {
  readonly challenge: string;
  readonly allowCredentials?: readonly { readonly id: string }[] | undefined;
}

export interface Misbehaviour {
  readonly origin?: string;
  readonly rpId?: string;
  /** Does not ask for finger, face or PIN. */
  readonly unverified?: boolean;
  readonly challenge?: string;
  readonly userHandle?: string;
  readonly counter?: number;
}

interface Key {
  readonly id: Buffer;
  readonly privateKey: KeyObject;
  readonly userHandle: string;
}

/** @param site the page of its browser, such as `https://bank.example` */
export function createAuthenticator(site: string): Authenticator {
  const place = new URL(site);
  const keys: Key[] = [];
  return {
    register: (options, how = {}) => {
      const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      const key: Key = { id: randomBytes(32), privateKey, userHandle: options.user.id };
      keys.push(key);
      const authData = registrationData(key.id, publicKey, { place, how });
      return {
        ...named(key),
        response: {
          clientDataJSON: clientData('webauthn.create', options.challenge, { place, how }).toString(
            'base64url',
          ),
          attestationObject: withoutAttestation(authData).toString('base64url'),
          transports: ['internal'],
        },
      };
    },
    sign: (options, how = {}) => {
      const allowed = options.allowCredentials?.map(({ id }) => id) ?? [];
      const key = keys.findLast(
        ({ id }) => allowed.length === 0 || allowed.includes(id.toString('base64url')),
      );
      if (!key) throw new Error('this authenticator has no such passkey');
      const data = clientData('webauthn.get', options.challenge, { place, how });
      const authData = header(userPresent | userVerified | backupEligible | backedUp, {
        place,
        how,
      });
      const signature = sign(
        'sha256',
        Buffer.concat([authData, createHash('sha256').update(data).digest()]),
        key.privateKey,
      );
      return {
        ...named(key),
        response: {
          clientDataJSON: data.toString('base64url'),
          authenticatorData: authData.toString('base64url'),
          signature: signature.toString('base64url'),
          userHandle: how.userHandle ?? key.userHandle,
        },
      };
    },
  };
}

/** How to make an answer: for a browser at this site, with these mistakes. */
interface Making {
  readonly place: URL;
  readonly how: Misbehaviour;
}

function named({ id }: Key) {
  return {
    id: id.toString('base64url'),
    rawId: id.toString('base64url'),
    type: 'public-key',
    clientExtensionResults: {},
  } as const;
}

/** The client data that the browser signs: WebAuthn section 5.8.1. */
function clientData(type: string, challenge: string, { place, how }: Making): Buffer {
  return Buffer.from(
    JSON.stringify({
      type,
      challenge: how.challenge ?? challenge,
      origin: how.origin ?? place.origin,
      crossOrigin: false,
    }),
  );
}

/** The head of the authenticator data: WebAuthn section 6.1. */
function header(flags: number, { place, how }: Making): Buffer {
  const counter = Buffer.alloc(4);
  counter.writeUInt32BE(how.counter ?? 0);
  return Buffer.concat([
    sha256(how.rpId ?? place.hostname),
    Buffer.from([how.unverified ? flags & ~userVerified : flags]),
    counter,
  ]);
}

/** The authenticator data with the new key. */
function registrationData(id: Buffer, publicKey: KeyObject, making: Making): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(id.length);
  return Buffer.concat([
    header(userPresent | userVerified | backupEligible | backedUp | hasKey, making),
    Buffer.alloc(16),
    length,
    id,
    coseKey(publicKey),
  ]);
}

/** The attestation object of the format `none`, in CBOR. */
function withoutAttestation(authData: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from([0xa3]),
    text('fmt'),
    text('none'),
    text('attStmt'),
    Buffer.from([0xa0]),
    text('authData'),
    bytes(authData),
  ]);
}

const userPresent = 0x01;
const userVerified = 0x04;
const backupEligible = 0x08;
const backedUp = 0x10;
const hasKey = 0x40;

function sha256(value: string): Buffer {
  return createHash('sha256').update(value).digest();
}

/** A text in CBOR, up to 23 characters. */
function text(value: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
}

/** Bytes in CBOR, from 24 to 65,535, in the shortest form. */
function bytes(value: Buffer): Buffer {
  const { length } = value;
  const head = length < 256 ? [0x58, length] : [0x59, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), value]);
}

/** The public key as COSE writes it: EC2, ES256, P-256, x, y. */
function coseKey(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    bytes(Buffer.from(x, 'base64url')),
    Buffer.from([0x22]),
    bytes(Buffer.from(y, 'base64url')),
  ]);
}

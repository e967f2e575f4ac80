import { createECDH } from 'node:crypto';
import { expect, it } from 'vitest';
import { decrypt } from '../../test/support/push-service.ts';
import { systemRandom } from '../kernel/random.ts';
import { encryptPush, encryptWith } from './encrypt.ts';

const bytes = (text: string) => Buffer.from(text, 'base64url');

it('encrypts the example of RFC 8291', () => {
  const body = encryptWith(
    Buffer.from('When I grow up, I want to be a watermelon'),
    {
      p256dh: bytes(
        'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
      ),
      auth: bytes('BTBZMqHH6r4Tts7J_aSIgg'),
    },
    {
      secret: bytes('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'),
      salt: bytes('DGv6ra1nlYgDCS1FRnbzlw'),
    },
  );
  expect(Buffer.from(body).toString('base64url')).toBe(
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
  );
});

it('encrypts differently each time, and only the device can read it', () => {
  const ecdh = createECDH('prime256v1');
  const device = { p256dh: ecdh.generateKeys(), auth: Buffer.alloc(16, 7) };
  const plain = Buffer.from('{"web_push":8030}');
  const [one, other] = [1, 2].map(() => Buffer.from(encryptPush(plain, device, systemRandom)));
  expect(one?.equals(other ?? Buffer.alloc(0))).toBe(false);
  expect(decrypt(one ?? Buffer.alloc(0), { ecdh, auth: device.auth })).toEqual(plain);
  const stranger = createECDH('prime256v1');
  stranger.generateKeys();
  expect(() => decrypt(one ?? Buffer.alloc(0), { ecdh: stranger, auth: device.auth })).toThrow();
});

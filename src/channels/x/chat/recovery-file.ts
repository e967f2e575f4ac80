import { createCipheriv, createDecipheriv, scryptSync } from 'node:crypto';
import { z } from 'zod';
import { Fault } from '../../../kernel/fault.ts';
import type { Random } from '../../../kernel/random.ts';

/** The shortest passphrase. The file may lie around for years. */
export const passphraseMin = 16;

/** About a quarter of a second, and 128 MiB, for each guess. */
const cost = { N: 131_072, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };

const file = z.object({
  kind: z.literal('tmm x chat keys'),
  userId: z.string(),
  salt: z.string(),
  nonce: z.string(),
  tag: z.string(),
  sealed: z.string(),
});

/** Encrypts keys under a passphrase, as the text of a recovery file. */
export function writeRecovery(given: {
  readonly userId: string;
  readonly keys: Uint8Array;
  readonly passphrase: string;
  readonly random: Random;
}): string {
  const salt = given.random.bytes(16);
  const nonce = given.random.bytes(12);
  const cipher = createCipheriv('aes-256-gcm', scryptSync(given.passphrase, salt, 32, cost), nonce);
  cipher.setAAD(Buffer.from(given.userId));
  const sealed = Buffer.concat([cipher.update(given.keys), cipher.final()]);
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
  return `${JSON.stringify(
    {
      kind: 'tmm x chat keys',
      userId: given.userId,
      salt: text(salt),
      nonce: text(nonce),
      tag: text(cipher.getAuthTag()),
      sealed: text(sealed),
    },
    null,
    2,
  )}\n`;
}

/** @throws Fault `x_chat_recovery_unreadable`: another file, another account's, or a wrong passphrase */
export function readRecovery(
  text: string,
  given: { readonly userId: string; readonly passphrase: string },
): Uint8Array {
  try {
    const read = file.parse(JSON.parse(text));
    const bytes = (value: string) => Buffer.from(value, 'base64');
    const key = scryptSync(given.passphrase, bytes(read.salt), 32, cost);
    const decipher = createDecipheriv('aes-256-gcm', key, bytes(read.nonce));
    decipher.setAAD(Buffer.from(given.userId));
    decipher.setAuthTag(bytes(read.tag));
    return Buffer.concat([decipher.update(bytes(read.sealed)), decipher.final()]);
  } catch {
    throw new Fault({
      code: 'x_chat_recovery_unreadable',
      message: 'This is no recovery file of this account, or the passphrase is wrong',
      retryable: false,
    });
  }
}

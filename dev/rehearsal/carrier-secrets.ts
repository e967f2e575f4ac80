import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Random } from '../../src/kernel/random.ts';

const secretsShape = z.object({
  consumerSecret: z.string(),
  clientId: z.string(),
  clientSecret: z.string(),
  bearer: z.string(),
  accountSid: z.string(),
  authToken: z.string(),
});

/** What the carriers' developer portals would show. */
export type CarrierSecrets = z.infer<typeof secretsShape>;

/** Reads the simulated carriers' secrets from a file, or makes them there: the next start has the same. */
export function carrierSecrets(file: string, random: Random): CarrierSecrets {
  try {
    return secretsShape.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    const word = (bytes: number) => Buffer.from(random.bytes(bytes)).toString('base64url');
    const made: CarrierSecrets = {
      consumerSecret: word(36),
      clientId: word(18),
      clientSecret: word(36),
      bearer: word(36),
      accountSid: `AC${Buffer.from(random.bytes(16)).toString('hex')}`,
      authToken: Buffer.from(random.bytes(16)).toString('hex'),
    };
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
    return made;
  }
}

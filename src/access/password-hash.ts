import { argon2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Fault } from '../kernel/fault.ts';
import type { Random } from '../kernel/random.ts';

/**
 * Argon2id with the second choice of RFC 9106 section 4, for limited memory: 3 passes over 64 MiB
 * in 4 lanes, 128 bits of salt, a tag of 256. This exceeds the minimum of OWASP's Password Storage
 * Cheat Sheet (2 passes over 19 MiB).
 */
export interface HashCost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

export const hashCost: HashCost = Object.freeze({ memory: 65_536, passes: 3, parallelism: 4 });

const saltBytes = 16;
const tagBytes = 32;

/**
 * Hashes a password, in PHC's notation: `$argon2id$v=19$m=…,t=…,p=…$salt$tag`.
 * @throws Fault `passwords_busy`
 */
export async function hashPassword(
  password: string,
  random: Random,
  cost: HashCost = hashCost,
): Promise<string> {
  const salt = random.bytes(saltBytes);
  return hashNotation(cost, { salt, tag: await derive(password, salt, cost) });
}

/** Formats a hash in that notation, before encryption. */
export function hashNotation(
  { memory, passes, parallelism }: HashCost,
  { salt, tag }: { readonly salt: Uint8Array; readonly tag: Uint8Array },
): string {
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replaceAll('=', '');
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(tag)}`;
}

/**
 * Whether this is the password. It takes the time of one hash either way.
 * @throws Fault `passwords_busy`, `hash_malformed`
 */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const { cost, salt, tag } = parse(hash);
  return timingSafeEqual(await derive(password, salt, cost), tag);
}

/** Whether a hash has another cost than today's, so that the next sign-in should replace it. */
export function isOutdated(hash: string): boolean {
  const { memory, passes, parallelism } = parse(hash).cost;
  return (
    memory !== hashCost.memory || passes !== hashCost.passes || parallelism !== hashCost.parallelism
  );
}

function parse(hash: string): { cost: HashCost; salt: Buffer; tag: Buffer } {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(hash);
  const [, memory, passes, parallelism, salt = '', tag = ''] = match ?? [];
  if (!match) {
    throw new Fault({
      code: 'hash_malformed',
      message: 'A stored password has a notation that this version does not know',
      retryable: false,
    });
  }
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, 'base64'),
    tag: Buffer.from(tag, 'base64'),
  };
}

/** Each hash takes 64 MiB and a thread: run two at once, and limit the queue. */
const atOnceMax = 2;
const waitingMax = 60;
let running = 0;
const waiting: (() => void)[] = [];

const argon2Async = promisify(argon2);

async function derive(password: string, salt: Uint8Array, cost: HashCost): Promise<Buffer> {
  if (running >= atOnceMax) {
    if (waiting.length >= waitingMax) {
      throw new Fault({
        code: 'passwords_busy',
        message: 'Too many passwords are being checked at the same time',
        retryable: true,
      });
    }
    // A finished hash passes its slot to the longest waiting one.
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await argon2Async('argon2id', {
      message: password.normalize('NFKC'),
      nonce: salt,
      memory: cost.memory,
      passes: cost.passes,
      parallelism: cost.parallelism,
      tagLength: tagBytes,
    });
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

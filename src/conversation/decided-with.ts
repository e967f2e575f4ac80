import { join } from 'node:path';
import type { Versions } from '../audit/chain-row.ts';
import type { Institution } from '../members/institution.ts';
import { programDigests } from './program-digests.ts';

const { default: about } = await import('../../package.json', { with: { type: 'json' } });
const digests = programDigests(join(import.meta.dirname, '..'));

/** The versions of what a batch is decided with: the institution's settings, the program, and the digests of its reading and texts. */
export function decidedWith({ settingsVersion }: Pick<Institution, 'settingsVersion'>): Versions {
  return { settings: settingsVersion, program: about.version, ...digests };
}

import type { Versions } from '../audit/chain-row.ts';
import type { Institution } from '../members/institution.ts';

const { default: about } = await import('../../package.json', { with: { type: 'json' } });

/** The versions of what a batch is decided with: the institution's settings, and the program, which brings texts and reading. */
export function decidedWith({ settingsVersion }: Pick<Institution, 'settingsVersion'>): Versions {
  return { settings: settingsVersion, program: about.version };
}

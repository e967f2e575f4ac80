import { between } from './vocabulary.ts';

/** A secret that is told with its name, other than passwords. */
export interface NamedRule {
  /** Its group `secret` is blacked out. */
  readonly pattern: RegExp;
  /** Told outright: the whole text is read as a secret. */
  readonly tells: boolean;
}

/** A value behind its name, over marks and words that tell nothing. */
export const rule = (name: string, value: string, tells = true): NamedRule => ({
  pattern: new RegExp(`${name}${between}(?<secret>${value})`, 'dg'),
  tells,
});

/** These names as whole words. */
export const word = (names: string) => `(?<![a-z0-9])(?:${names})(?![a-z0-9])`;

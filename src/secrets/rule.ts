import { between } from './vocabulary.ts';

/** A rule for a secret told with its name, except passwords. */
export interface NamedRule {
  /** The group `secret` gets redacted. */
  readonly pattern: RegExp;
  /** Whether the text tells the secret outright, so that we treat the whole text as secret. */
  readonly tells: boolean;
  /** It finds routing numbers. The institution's own is no secret. */
  readonly isRouting?: true;
}

/** Makes a rule for a value after its name, across marks and filler words. */
export const rule = (name: string, value: string, tells = true): NamedRule => ({
  pattern: new RegExp(`${name}${between}(?<secret>${value})`, 'dg'),
  tells,
});

/** Matches these names as whole words. */
export const word = (names: string) => `(?<![a-z0-9])(?:${names})(?![a-z0-9])`;

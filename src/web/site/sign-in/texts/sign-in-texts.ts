import type { en } from './en.ts';

/** Every text of signing in: a language that lacks one does not compile. */
export type SignInTexts = Readonly<Record<keyof typeof en, string>>;

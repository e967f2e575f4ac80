import type { en } from './en.ts';

/** Every text of accounts: a language that lacks one does not compile. */
export type AccountsTexts = Readonly<Record<keyof typeof en, string>>;

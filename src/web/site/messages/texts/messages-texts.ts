import type { en } from './en.ts';

/** Every text of the section: a language that lacks one does not compile. */
export type MessagesTexts = Readonly<Record<keyof typeof en, string>>;

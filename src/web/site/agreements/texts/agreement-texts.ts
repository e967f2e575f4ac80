import type { en } from './en.ts';

/** Every text of the agreements: a language that lacks one does not compile. */
export type AgreementTexts = Readonly<Record<keyof typeof en, string>>;

import type { Language } from '../kernel/vocabulary/language.ts';
import type { LanguagePack } from './pack.ts';
import { pack as en } from './en/index.ts';
import { pack as es } from './es/index.ts';
import { pack as fr } from './fr/index.ts';

/** The installed languages, in one list. A new one needs a folder, a line here, and its code in `kernel/vocabulary`. */
export const packs: Readonly<Record<Language, LanguagePack>> = { en, fr, es };

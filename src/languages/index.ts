import type { Language } from '../kernel/vocabulary/language.ts';
import type { LanguagePack } from './pack.ts';
import { pack as en } from './en/index.ts';
import { pack as es } from './es/index.ts';
import { pack as fr } from './fr/index.ts';

/** The installed languages: the one list of them. A new one is a folder, its line here and its code in `kernel/vocabulary`. */
export const packs: Readonly<Record<Language, LanguagePack>> = { en, fr, es };

// @ts-check
/** What the phone says and suggests, in the languages of the members. Each has a file in `languages`. */
import * as english from './languages/en.js';

/** @typedef {import('./phone-texts.js').PhoneTexts} PhoneTexts */
/** @typedef {import('./words.js').WordsToTry} WordsToTry */
/** @typedef {{ says: PhoneTexts, words: WordsToTry }} PhoneLanguage */

/** @type {Map<string, PhoneLanguage>} */
const loaded = new Map();

/** Loads these languages. The server gives English for one that has no file. @param {string[]} codes */
export async function loadLanguages(codes) {
  await Promise.all(
    [...new Set(codes)].map(async (code) =>
      loaded.set(code, /** @type {PhoneLanguage} */ (await import(`./languages/${code}.js`))),
    ),
  );
}

/** What the phone says in a language that is loaded. @param {string} [code] @returns {PhoneLanguage} */
export const phoneIn = (code = 'en') => loaded.get(code) ?? english;

import { septets } from '../kernel/gsm7.ts';
import { foldToGsm7 } from '../kernel/gsm7.ts';
import { placeNames } from '../wording/fill.ts';
import { defaultLanguage, isLanguage } from '../kernel/vocabulary/language.ts';
import type { InstitutionVoice } from '../wording/institution-voice.ts';
import { packs } from './index.ts';
import { placesOf } from '../wording/text-places.ts';
import type { TextKey } from '../wording/text-key.ts';
import { longest, widthOf } from '../wording/width.ts';

/** A problem with an institution's own text. Until it is fixed, the text is not used. */
export interface TextProblem {
  readonly key: string;
  readonly language: string;
  readonly problem: string;
}

/** Whether this is the key of a text; `docs/reference/replies.md` lists them. */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(packs[defaultLanguage].locale.texts, key);
}

/**
 * Checks an institution's own texts: known keys and languages, known places, none missing that the member needs, no end that looks
 * like a code, nothing that doubles an SMS's cost, not too long.
 * @returns the problems found; none: all texts can be used
 */
export function checkTexts(texts: NonNullable<InstitutionVoice['texts']>): TextProblem[] {
  return Object.entries(texts).flatMap(([key, versions]) => {
    if (key.startsWith('answer.'))
      return [{ key, language: '*', problem: 'An answer is set under answers, by its topic' }];
    if (!isTextKey(key)) return [{ key, language: '*', problem: `There is no text called ${key}` }];
    return Object.entries(versions).flatMap(([language, text]) => {
      if (!isLanguage(language))
        return [{ key, language, problem: `There is no language called ${language}` }];
      return problemsOf(key, text).map((problem) => ({ key, language, problem }));
    });
  });
}

/** The problems of one text that replaces ours. */
export function problemsOf(key: TextKey, text: string): string[] {
  const { all, required } = placesOf(key);
  const used = placeNames(text);
  const problems: string[] = [];
  if (text.trim() === '') problems.push('The text is empty');
  if (/[\p{Cc}\p{Cf}]/u.test(text)) problems.push('A text is one line, without control characters');
  for (const name of used) {
    if (!all.includes(name))
      problems.push(`There is no place {${name}} in ${key}; there are ${list(all)}`);
  }
  for (const name of required) {
    if (!used.includes(name)) problems.push(`The place {${name}} is missing`);
  }
  if (/[{}]/.test(text.replace(/\{[a-z_]+\}/g, '')))
    problems.push('A brace stands alone: a place is written {name}');
  if (endsLikeCode(text.replace(/\{[a-z_]+\}/g, '0'))) {
    problems.push('The last word has six letters or digits and could be taken for a code');
  }
  if (freeEnding.test(text))
    problems.push('The text ends in a place that could be taken for a code');
  const odd = Array.from(foldToGsm7(text)).find((character) => septets(character) === undefined);
  if (odd !== undefined)
    problems.push(`An SMS with ${odd} costs more than twice as much: leave it out`);
  if (widthOf(text) > longest) problems.push(`The text is longer than ${longest} characters`);
  return problems;
}

// Places whose last word someone else chooses.
const freeEnding =
  /\{(?:service|institution|portal|site|hours|named|reference|again|suggestion)\}[^\p{L}\p{N}]*$/u;

/** Whether the last word of a text has the shape of a code: six letters or digits. */
export function endsLikeCode(text: string): boolean {
  const last = text.trimEnd().split(/\s+/).at(-1) ?? '';
  const bare = last.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').normalize('NFD');
  return /^[A-Za-z0-9]{6}$/.test(bare.replace(/\p{M}/gu, ''));
}

function list(names: readonly string[]): string {
  return names.map((name) => `{${name}}`).join(', ');
}

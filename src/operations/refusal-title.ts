import { defaultLanguage, type Language } from '../kernel/vocabulary/language.ts';
import { sentenceOf, type RefusalCode, type WebRefusal } from './refusals.ts';

/**
 * Gives the title of a refusal as RFC 9457 asks: short, and always the same. It is the first
 * sentence of the text, or the code in words if that sentence has a placeholder.
 */
export function refusalTitle(code: RefusalCode): string {
  const [first = ''] = sentenceOf(code, defaultLanguage).split(/(?<=[.!?])\s/);
  if (!/[{}]/.test(first)) return first;
  const words = code.replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** Gives the text of a refusal as descriptions show it, without values for its placeholders. */
export function refusalExample(code: WebRefusal, language: Language): string {
  return sentenceOf(code, language).replaceAll(/\{\w+\}/g, '…');
}

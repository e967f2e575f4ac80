import { defaultLanguage, type Language } from '../kernel/vocabulary/language.ts';
import { sentenceOf, type RefusalCode, type WebRefusal } from './refusals.ts';

/**
 * Gives the title of a refusal as RFC 9457 wants it: short, and the same at each occurrence. That is the first sentence of its text, or
 * its code in words where that sentence has a place that each occurrence fills.
 */
export function refusalTitle(code: RefusalCode): string {
  const [first = ''] = sentenceOf(code, defaultLanguage).split(/(?<=[.!?])\s/);
  if (!/[{}]/.test(first)) return first;
  const words = code.replaceAll('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** Gives the text of a refusal as descriptions show it, where nothing has happened that could fill its places. */
export function refusalExample(code: WebRefusal, language: Language): string {
  return sentenceOf(code, language).replaceAll(/\{\w+\}/g, '…');
}

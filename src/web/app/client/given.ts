import { filled, type PlaceValues } from '../../../languages/say.ts';
import type { Given, GivenTexts } from '../given.ts';

/** What the shell's document gives: the institution, its texts, and where operations are. */
export const given: Given = JSON.parse(document.getElementById('given')?.textContent ?? '{}');

/** Gives a text in the shell's language, with its places filled. */
export function say(name: keyof GivenTexts, places?: PlaceValues): string {
  return filled(given.texts[name], places);
}

/** Gives a text of the screen of alerts. */
export function sayAlert(name: keyof Given['alerts'], places?: PlaceValues): string {
  return filled(given.alerts[name], places);
}

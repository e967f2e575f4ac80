import { contextOf } from '../conversation/gather.ts';
import type { Institution } from '../members/institution.ts';
import { read } from '../languages/reading.ts';

/** Tells whether a text asks this institution to stop messages, from any sender. */
export function optsOut(text: string, institution: Institution): boolean {
  const context = { ...contextOf(institution, [], undefined), rulesOnly: true };
  return read(text, context).reading.intent === 'stop';
}

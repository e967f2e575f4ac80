import { contextOf } from '../conversation/gather.ts';
import type { Institution } from '../members/institution.ts';
import { read } from '../languages/reading.ts';

/** Whether a text asks this institution to send no more messages, whoever wrote it. */
export function optsOut(text: string, institution: Institution): boolean {
  return read(text, contextOf(institution, [], undefined)).reading.intent === 'stop';
}

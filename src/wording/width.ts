import { foldToGsm7, septetsOfUnit } from '../kernel/gsm7.ts';

/** Characters of each SMS when several are joined. */
const joinedMax = 153;
/** A space and the code's six characters, which `stampCode` adds. */
const codeWidth = 7;
const segmentsMax = 5;

/**
 * The room that a text takes: its septets as GSM-7, with accents folded. A character without a GSM-7 equivalent counts as one,
 * although it would make the whole message UCS-2: our own texts and all text cleaned for SMS contain none.
 */
export function widthOf(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length; index += 1) {
    const cost = septetsOfUnit(text.charCodeAt(index));
    if (cost === 0) return foldedWidth(text);
    width += cost;
  }
  return width;
}

function foldedWidth(text: string): number {
  let width = 0;
  for (const character of foldToGsm7(text)) width += septetsOfUnit(character.charCodeAt(0)) || 1;
  return width;
}

/** The rooms that a text may take, from the requested one up to five joined segments. */
export function roomsFrom(room: number): number[] {
  const rooms = [room];
  for (let segments = 2; segments <= segmentsMax; segments += 1) {
    const joined = segments * joinedMax - codeWidth;
    if (joined > room) rooms.push(joined);
  }
  return rooms;
}

/** The longest text, without the code. */
export const longest = segmentsMax * joinedMax - codeWidth;

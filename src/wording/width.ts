import { foldToGsm7, septetsOfUnit } from '../kernel/gsm7.ts';

/** Characters of one SMS where several are joined. */
const joinedMax = 153;
/** A space and the six characters of the code, which stampCode adds. */
const codeWidth = 7;
const segmentsMax = 5;

/**
 * How much room a text takes: the septets that it costs as GSM-7 with accents folded. What has no likeness there counts
 * as one; it would make the whole message UCS-2, and our own texts and all that is cleaned for SMS have none of it.
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

/** The rooms that a text may take, from the one asked for up to that of five joined segments. */
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

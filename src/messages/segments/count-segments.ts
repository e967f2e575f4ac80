import { septets } from '../../kernel/gsm7.ts';
import { splitSegments } from './split-segments.ts';

/** What a carrier counts, and bills. */
export interface SegmentCount {
  readonly encoding: 'GSM-7' | 'UCS-2';
  /** Septets in GSM-7 (`€` and its like are two), UTF-16 units in UCS-2. */
  readonly units: number;
  /** 0 for an empty text. */
  readonly segments: number;
}

/** How many SMS segments a text takes: 160 GSM-7 characters (153 each when joined), 70 of UCS-2 (67). */
export function countSegments(text: string): SegmentCount {
  const units = septets(text);
  return {
    encoding: units === undefined ? 'UCS-2' : 'GSM-7',
    units: units ?? text.length,
    segments: splitSegments(text).length,
  };
}

/** Whether one character at least is outside GSM-7, so that the whole text goes as UCS-2. */
export function needsUcs2(text: string): boolean {
  return septets(text) === undefined;
}

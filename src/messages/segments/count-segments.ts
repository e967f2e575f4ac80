import { septets } from '../../kernel/gsm7.ts';
import { splitSegments } from './split-segments.ts';

/** The segment count of a text, as carriers count and bill it. */
export interface SegmentCount {
  readonly encoding: 'GSM-7' | 'UCS-2';
  /** Septets in GSM-7 (`€` and its like are two), UTF-16 units in UCS-2. */
  readonly units: number;
  /** 0 for an empty text. */
  readonly segments: number;
}

/** Counts the SMS segments of a text: 160 GSM-7 characters (153 each when joined), or 70 of UCS-2 (67). */
export function countSegments(text: string): SegmentCount {
  const units = septets(text);
  return {
    encoding: units === undefined ? 'UCS-2' : 'GSM-7',
    units: units ?? text.length,
    segments: splitSegments(text).length,
  };
}

/** Whether any character is outside GSM-7, so that the whole text must be sent as UCS-2. */
export function needsUcs2(text: string): boolean {
  return septets(text) === undefined;
}

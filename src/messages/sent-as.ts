import { foldToGsm7 } from '../kernel/gsm7.ts';
import type { ChannelTraits } from './channel.ts';
import { countSegments } from './segments/count-segments.ts';

/** A space and a code of six characters end every message. */
export const codeRoom = 7;

/** How a text leaves on a channel with its code: its length, and what a carrier counts. */
export function sentAs(
  text: string,
  { encoding, textMax }: Pick<ChannelTraits, 'encoding' | 'textMax'>,
): { readonly fits: boolean; readonly length: number; readonly segments: number | null } {
  const line = `${text} ${'0'.repeat(codeRoom - 1)}`;
  const sent = encoding === 'gsm7' ? foldToGsm7(line) : line;
  return {
    fits: sent.length <= textMax,
    length: sent.length,
    segments: encoding === 'gsm7' ? countSegments(sent).segments : null,
  };
}

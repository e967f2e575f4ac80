import type { Locale } from './locale.ts';
import type { Reply, Voice } from './reply.ts';
import { widthOf } from './width.ts';

/** What stands before and after a text. */
interface Frame {
  readonly lead: string;
  readonly tail: string;
}

type Frames = readonly [Frame, ...Frame[]];

/** These say themselves what they are about, or ask. */
const unframed: ReadonlySet<Reply['reply']> = new Set<Reply['reply']>([
  'refused',
  'choose',
  'confirm_lock',
  'already_locked',
  'confirm_dispute',
  'help',
]);

/**
 * The frames of a reply, fullest first. The answer to a guess says how the text was read, and how to go on if it was meant otherwise.
 * @param tail what ends the text in any case
 */
export function framesOf(
  { reply }: Reply,
  { readAs }: Pick<Voice, 'readAs'>,
  locale: Pick<Locale, 'readAs' | 'notMeant'>,
  tail: string,
): Frames {
  const plain = { lead: '', tail };
  if (readAs === undefined || unframed.has(reply)) return [plain];
  const lead = locale.readAs[readAs];
  const asked = { lead: '', tail: `${tail} ${locale.notMeant}` };
  return lead === undefined
    ? [asked, plain]
    : [{ ...asked, lead: `${lead} ` }, asked, { ...plain, lead: `${lead} ` }, plain];
}

/** Fills the first frame with which the text fits the room; the fullest if none does. */
export function framed(frames: Frames, room: number, fill: (room: number) => string): string {
  const within = ({ lead, tail }: Frame) => {
    const left = room - widthOf(lead) - widthOf(tail);
    const text = fill(left);
    return { text: `${lead}${text}${tail}`, fits: widthOf(text) <= left };
  };
  for (const frame of frames.length > 1 ? frames : []) {
    const { text, fits } = within(frame);
    if (fits) return text;
  }
  return within(frames[0]).text;
}

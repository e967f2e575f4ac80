import type { CommandContext, CommandReading } from './command-reading.ts';
import { whole } from './command-reading.ts';
import type { AlertLexicon } from './lexicon/alert-words.ts';
import type { Token } from './normalize.ts';

/** Reads what follows `quiet`: `9pm 7am`, `21h 7h30`, `22 to 7`, `off`. Nothing: the answer says how. */
export function readQuiet(
  head: Token,
  rest: readonly Token[],
  { grammar: { lexicon } }: CommandContext,
): CommandReading | undefined {
  const { alerts } = lexicon;
  const said = rest.filter(
    ({ word }) => alerts.off.has(word) || !lexicon.arguments.fillers.has(word) || word === 'a',
  );
  const [first] = said;
  // The word alone is everyday talk.
  if (!first) return head.isHash ? whole({ intent: 'quiet' }) : undefined;
  if (said.length === 1 && alerts.off.has(first.word)) return whole({ intent: 'quiet', off: true });
  const [from, to, ...more] = timesIn(textOf(said, alerts));
  if (!from) return undefined;
  if (!to || more.length > 0) return whole({ intent: 'quiet' });
  // `22 to 7`: the clock of 24 hours, since no other has 22. `9 to 7` may mean two things.
  const is24 = [from, to].some(({ hour, half }) => half === undefined && hour > 12);
  const [start, end] = [minuteOf(from, is24), minuteOf(to, is24)];
  if (start === undefined || end === undefined || start === end) return whole({ intent: 'quiet' });
  return whole({ intent: 'quiet', from: clockText(start), to: clockText(end) });
}

function textOf(said: readonly Token[], { noon, midnight, between }: AlertLexicon): string {
  return said
    .map(({ word }) => {
      if (noon.has(word)) return '12pm';
      if (midnight.has(word)) return '12am';
      return between.has(word) ? '-' : word.replaceAll('.', '');
    })
    .join(' ');
}

interface Time {
  readonly hour: number;
  readonly minute: number;
  /** Absent: not said. `h`: the clock of 24 hours. */
  readonly half: 'a' | 'p' | 'h' | undefined;
}

const time = /(\d{1,2})(?:\s*(h)(?:\s*(\d{2})(?!\d))?|:(\d{2}))?(?:\s*([ap])\s?m?)?(?=[\s-]|$)/y;

/** Every time in the text; empty if anything else is there. */
function timesIn(text: string): Time[] {
  const found: Time[] = [];
  let rest = text.trim();
  while (rest !== '') {
    time.lastIndex = 0;
    const match = time.exec(rest);
    if (!match) return [];
    const [all, hour = '', h, afterH, afterColon, half] = match;
    found.push({
      hour: Number(hour),
      minute: Number(afterH ?? afterColon ?? 0),
      half: half === 'a' || half === 'p' ? half : h === undefined ? undefined : 'h',
    });
    rest = rest.slice(all.length).replace(/^[\s-]+/, '');
  }
  return found;
}

/** Minutes after midnight; `undefined`: no such time, or the half of the day is missing. */
function minuteOf({ hour, minute, half }: Time, is24: boolean): number | undefined {
  if (minute > 59) return undefined;
  if (half === 'a' || half === 'p') {
    if (hour < 1 || hour > 12) return undefined;
    return ((hour % 12) + (half === 'p' ? 12 : 0)) * 60 + minute;
  }
  if (hour > 23 || (half === undefined && !is24 && hour !== 0)) return undefined;
  return hour * 60 + minute;
}

function clockText(minutes: number): string {
  const two = (figure: number) => String(figure).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

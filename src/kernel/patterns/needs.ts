import { partsOf, type Part } from './parts.ts';

/** What a text must contain if a pattern matches in it: of each list at least one string. No lists: nothing is known. */
export type Needs = readonly (readonly string[])[];

/** More strings than these are not worth looking for. */
const stringsMax = 80;
/** The same for one of each alternative: a pattern may have many. */
const choicesMax = 2_000;

/**
 * Finds what every match of a pattern contains, so that most texts need not be tried. Sound, not complete: it may find less than
 * there is. A pattern that ignores case has no needs.
 */
export function needsOf(pattern: RegExp): Needs {
  if (pattern.flags.includes('i')) return [];
  return knownOf(partsOf(pattern.source)).needs;
}

/**
 * The same for a pattern that ignores case: pieces of words in lower case. Only strings of ASCII, since other letters have more than
 * one lower case.
 */
export function needsIgnoringCase(pattern: RegExp): Needs {
  return knownOf(partsOf(pattern.source))
    .needs.filter((strings) => strings.every((string) => isAscii.test(string)))
    .map((strings) => strings.map((string) => longestPiece(string.toLowerCase())));
}

// oxlint-disable-next-line no-control-regex -- all of ASCII
const isAscii = /^[\x00-\x7f]*$/;

function longestPiece(string: string): string {
  return string.split(' ').reduce((best, piece) => (piece.length > best.length ? piece : best));
}

/** What is known of a part: all strings that it can match, if these are few; and what each match contains. */
interface Known {
  readonly exact?: readonly string[];
  readonly needs: Needs;
}

const empty: Known = { exact: [''], needs: [] };

function knownOf(part: Part): Known {
  switch (part.kind) {
    case 'strings':
      return { exact: part.strings, needs: [part.strings] };
    case 'nothing':
      return empty;
    case 'anything':
      return { needs: [] };
    case 'ahead':
      return { exact: [''], needs: knownOf(part.of).needs };
    case 'maybe':
      return part.times === 1 ? optional(knownOf(part.of)) : { needs: [] };
    case 'repeated':
      return { needs: knownOf(part.of).needs };
    case 'choice':
      return choice(part.of.map(knownOf));
    case 'sequence':
      return sequence(part.of);
    default:
      return part satisfies never;
  }
}

function optional({ exact }: Known): Known {
  return exact && exact.length < stringsMax ? { exact: [...exact, ''], needs: [] } : { needs: [] };
}

/** Strings grow over neighbors that are known exactly: `stop` and ` payments?` become two strings. */
function sequence(parts: readonly Part[]): Known {
  const needs: (readonly string[])[] = [];
  let run: readonly string[] = [''];
  let isExact = true;
  const flush = () => {
    if (!run.includes('')) needs.push(run);
    run = [''];
  };
  for (const part of parts) {
    const { exact, needs: inner } = knownOf(part);
    if (part.kind === 'ahead') {
      const ahead = joined(run, knownOf(part.of).exact);
      needs.push(...(ahead && !ahead.includes('') ? [ahead] : inner));
      continue;
    }
    const longer = joined(run, exact);
    if (longer) {
      run = longer;
      continue;
    }
    isExact = false;
    flush();
    // A long list of strings begins a run of its own.
    if (exact && exact.length <= stringsMax) run = exact;
    else needs.push(...inner);
  }
  if (isExact) return { exact: run, needs: run.includes('') ? needs : [...needs, run] };
  flush();
  return { needs };
}

/** Each string with each ending, if these are few. */
function joined(
  strings: readonly string[],
  ends: readonly string[] | undefined,
): readonly string[] | undefined {
  if (!ends || strings.length * ends.length > stringsMax) return undefined;
  const [only = ''] = strings;
  if (strings.length === 1 && only === '') return ends;
  return strings.flatMap((start) => ends.map((end) => start + end));
}

function choice(parts: readonly Known[]): Known {
  const strings = parts.flatMap(({ exact }) => exact ?? []);
  if (parts.every(({ exact }) => exact) && strings.length <= stringsMax)
    return { exact: strings, needs: strings.includes('') ? [] : [strings] };
  const common = commonOf(parts);
  if (common.length > 0) return { needs: common };
  const best = parts.map(({ needs }) => bestOf(needs));
  const all = best.flatMap((one) => one ?? []);
  return { needs: best.every((one) => one !== undefined) && all.length <= choicesMax ? [all] : [] };
}

/** The lists that every alternative has: `a … b` and `b … a` have both. */
function commonOf([first, ...others]: readonly Known[]): Needs {
  const keys = others.map(({ needs }) => new Set(needs.map((one) => one.join('\n'))));
  return (first?.needs ?? []).filter((one) => keys.every((known) => known.has(one.join('\n'))));
}

/** The list that fewest texts satisfy: the longest strings, then the fewest. */
export function bestOf(needs: Needs): readonly string[] | undefined {
  let best: readonly string[] | undefined;
  for (const one of needs) {
    if (!best || shortest(one) > shortest(best)) best = one;
    else if (shortest(one) === shortest(best) && one.length < best.length) best = one;
  }
  return best;
}

function shortest(strings: readonly string[]): number {
  return Math.min(6, ...strings.map(({ length }) => length));
}

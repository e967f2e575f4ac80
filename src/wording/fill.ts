import { roomsFrom, widthOf } from './width.ts';

/** The value of a place: a text, or a function that adapts it to the room left; `undefined` if even its tightest form does not fit. */
export type Place = string | ((room: number) => string | undefined);
export type Places = Readonly<Record<string, Place>>;

interface Template {
  readonly pieces: readonly Piece[];
  /** Total width of the literal pieces. */
  readonly width: number;
}

type Piece =
  | { readonly literal: string }
  /** `capital`: it begins a sentence. */
  | { readonly place: string; readonly capital: boolean };

const compiled = new Map<string, Template>();
/** Institutions add their own texts to ours. Beyond this many, each use compiles the text again. */
const compiledMax = 5_000;

function compile(text: string): Template {
  const before = compiled.get(text);
  if (before) return before;
  const pieces: Piece[] = [];
  let literal = '';
  for (const [index, part] of text.split(/\{([a-z_]+)\}/).entries()) {
    if (index % 2 === 0) {
      literal = part;
      if (part !== '') pieces.push({ literal: part });
    } else {
      const capital = pieces.length === 0 || (literal !== '' && /[.?!] ¿?$/.test(literal));
      pieces.push({ place: part, capital });
      literal = '';
    }
  }
  const width = pieces.reduce(
    (sum, piece) => sum + ('literal' in piece ? widthOf(piece.literal) : 0),
    0,
  );
  const template = { pieces, width };
  if (compiled.size < compiledMax) compiled.set(text, template);
  return template;
}

/** The names of the places in a text, without repeats. */
export function placeNames(text: string): string[] {
  const names = compile(text).pieces.flatMap((piece) => ('place' in piece ? [piece.place] : []));
  return [...new Set(names)];
}

/** Fills one version of a text. `undefined` if it does not fit the room. */
export function fill(text: string, places: Places, room: number): string | undefined {
  const { pieces, width } = compile(text);
  let left = room - width;
  for (const piece of pieces) {
    if ('place' in piece) {
      const place = places[piece.place];
      if (typeof place === 'string') left -= widthOf(place);
    }
  }
  if (left < 0) return undefined;
  let filled = '';
  for (const piece of pieces) {
    if ('literal' in piece) {
      filled += piece.literal;
      continue;
    }
    const place = places[piece.place];
    if (place === undefined) return undefined;
    let value = place;
    if (typeof value !== 'string') {
      const adapted = value(left);
      if (adapted === undefined) return undefined;
      left -= widthOf(adapted);
      if (left < 0) return undefined;
      value = adapted;
    }
    filled += piece.capital ? value.charAt(0).toUpperCase() + value.slice(1) : value;
  }
  return filled;
}

/**
 * Fills the first version that fits, fullest first. If none fits one segment, takes the fullest that fits two, and so on up to
 * five. If none fits at all, cuts the tightest.
 */
export function fillFirst(versions: readonly string[], places: Places, room: number): string {
  const rooms = roomsFrom(room);
  for (const limit of rooms) {
    for (const version of versions) {
      const filled = fill(version, places, limit);
      if (filled !== undefined) return filled;
    }
  }
  const tightest = fill(versions.at(-1) ?? '', places, Number.MAX_SAFE_INTEGER) ?? '';
  return cutTo(tightest, rooms.at(-1) ?? room);
}

/** Cuts a text at the end of a word and adds dots. */
function cutTo(text: string, room: number): string {
  let kept = text;
  while (widthOf(kept) > room - 4) kept = kept.slice(0, Math.max(0, kept.lastIndexOf(' ')));
  return `${kept} ...`;
}

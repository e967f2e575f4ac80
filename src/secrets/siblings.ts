/**
 * The text between a secret and another of its kind: `4417 or 7144`, `old 4417, new one is 7144`.
 */
const joint =
  /[\s,;/&:=>+()-]*(?:(?:or|and|then|now|but|maybe|to|not|also|o|u|y|a|et|ou|puis|ahora|new|old|the|one|is|was|it's|its|my|el|la|nuevo|nueva|nouveau|pin|nip|code|es|era|est|c'est|maintenant|no|pas)(?![a-z'])[\s,;/&:=>+()-]*){0,5}/y;

/**
 * Finds more secrets of the same kind after known ones.
 * @returns positions of tokens with as many digits, or equally mixed letters and digits
 */
export function siblingsOf(
  lower: string,
  places: readonly (readonly [number, number])[],
): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (const place of places) {
    let [start, end] = place;
    for (let count = 0; count < 12; count += 1) {
      const next = nextOf(lower, start, end);
      if (!next) break;
      [start, end] = next;
      found.push(next);
    }
  }
  return found;
}

function nextOf(lower: string, start: number, end: number): readonly [number, number] | undefined {
  const value = lower.slice(start, end);
  const isNumber = /^\d+$/.test(value);
  if (!isNumber && !(/\d/.test(value) && /[a-z]/.test(value) && /^[a-z0-9-]+$/.test(value)))
    return undefined;
  joint.lastIndex = end;
  const from = end + (joint.exec(lower)?.[0].length ?? 0);
  if (from === end) return undefined;
  const token = /^[a-z0-9-]+(?![\w$€£%]|[.,/]\d)/.exec(lower.slice(from))?.[0] ?? '';
  const isLike = isNumber
    ? /^\d+$/.test(token) && token.length === value.length
    : token.length >= 4 && /\d/.test(token) && /[a-z]/.test(token);
  return isLike ? [from, from + token.length] : undefined;
}

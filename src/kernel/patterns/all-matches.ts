/**
 * All matches of a global pattern in a text. Unlike `matchAll`, it makes no copy of the pattern, which costs more than a search
 * without a match.
 */
export function allMatches(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (!match) return none;
  const found: RegExpExecArray[] = [];
  while (match) {
    found.push(match);
    // An empty match would be found again.
    if (match[0] === '') pattern.lastIndex += 1;
    match = pattern.exec(text);
  }
  return found;
}

const none: readonly RegExpExecArray[] = [];

/** The letters of a word in lower case, one bit each: a quick check before typos are counted. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** How many letters only one of two words has: at least so many typos are between them. */
export function differ(one: number, other: number): number {
  return Math.max(bits(one & ~other), bits(other & ~one));
}

function bits(of: number): number {
  let count = 0;
  for (let left = of; left !== 0; left &= left - 1) count += 1;
  return count;
}

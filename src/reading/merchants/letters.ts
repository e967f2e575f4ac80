/** Lower case without accents. Everything but letters and figures stays, and separates words. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words of a folded name, without apostrophes: `trader joe's` is `trader` and `joes`. */
export function nameWords(name: string): string[] {
  return fold(name)
    .replace(/(?<=\p{L})['’`](?=\p{L})/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

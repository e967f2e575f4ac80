/**
 * Finds the languages that a source tells apart: by a key of a record or type, by shorthand, by a pair of a map, by a case or a
 * comparison. Who tells two apart has to be edited for each new language.
 * @param codes the codes of the installed languages
 * @returns those codes, sorted
 */
export function languagesToldApart(source: string, codes: readonly string[]): readonly string[] {
  const code = `(?<code>${codes.join('|')})`;
  const quoted = `(?:'${code}'|"${code.replace('code', 'other')}")`;
  const kinds = [
    // `{ en: …`, `readonly fr: …`, and the same in quotes.
    `(?:^|[{,;(]|\\breadonly)\\s*${code}\\??\\s*:`,
    `(?:^|[{,;(])\\s*${quoted}\\s*:`,
    // `{ en, fr }`, and imports of a file for each.
    `[{,]\\s*${code}\\s*(?=[,}])`,
    `\\bas\\s+${code}\\s*(?=[,}])`,
    // `new Map([['en', …`
    `\\[\\s*${quoted}\\s*,\\s*(?!${quoted.replaceAll('?<code>', '').replaceAll('?<other>', '')})`,
    `\\bcase\\s+${quoted}`,
    `[=!]==\\s*${quoted}`,
  ];
  const text = withoutProse(source);
  const found = kinds.flatMap((kind) =>
    [...text.matchAll(new RegExp(kind, 'gm'))].map(
      ({ groups }) => groups?.['code'] ?? groups?.['other'] ?? '',
    ),
  );
  return [...new Set(found)].toSorted();
}

/** A source without comments, and without literals but bare words. */
function withoutProse(source: string): string {
  return source
    .replaceAll(/\/\*[^]*?\*\//g, '')
    .replaceAll(/(^|\s)\/\/[^\n]*/g, '$1')
    .replaceAll(/'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, (literal) =>
      /^.[a-z]+.$/.test(literal) ? literal : "''",
    );
}

/**
 * Puts the spaces of French typography into texts, so that no line begins with a mark: a
 * no-break space before a colon and inside guillemets, a narrow one before other high marks.
 */
export function spaced<Texts extends Readonly<Record<string, string>>>(
  texts: Texts,
): { readonly [Name in keyof Texts]: string } {
  const entries = Object.entries(texts).map(([name, text]) => [name, spacedText(text)]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the entries have the same names
  return Object.fromEntries(entries) as { readonly [Name in keyof Texts]: string };
}

function spacedText(text: string): string {
  return text
    .replaceAll(/ (?=[:»])/g, '\u00A0')
    .replaceAll(/(?<=«) /g, '\u00A0')
    .replaceAll(/ (?=[?!;])/g, '\u202F');
}

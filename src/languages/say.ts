/** What stands in the `{…}` places of a text, by name. */
export type PlaceValues = Readonly<Record<string, string>>;

/** Gives a text by its name, with its places filled. */
export type Say<Name extends string> = (name: Name, places?: PlaceValues) => string;

/** Makes a `Say` of the texts of one section in one language. */
export function sayOf<Name extends string>(texts: Readonly<Record<Name, string>>): Say<Name> {
  return (name, places) => filled(texts[name], places);
}

/** Fills the `{…}` places of a text. One without a value stays as it is. */
export function filled(text: string, places: PlaceValues = {}): string {
  return text.replaceAll(/\{(\w+)\}/g, (place, name: string) => places[name] ?? place);
}

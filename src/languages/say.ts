/** What stands in the `{…}` places of a text, by name. */
export type PlaceValues = Readonly<Record<string, string>>;

/** Gives a text by its name, with its places filled. */
export type Say<Name extends string> = (name: Name, places?: PlaceValues) => string;

/** Makes a `Say` of the texts of one section in one language. */
export function sayOf<Name extends string>(texts: Readonly<Record<Name, string>>): Say<Name> {
  return (name, places) => filled(texts[name], places);
}

/**
 * Fills the `{…}` places of a text. One without a value stays as it is. A value that ends in a period,
 * such as `2:08 p.m.`, ends the sentence as well.
 */
export function filled(text: string, places: PlaceValues = {}): string {
  return text.replaceAll(
    /\{(\w+)\}(\.(?!\.))?/g,
    (place, name: string, period: string | undefined) => {
      const value = places[name];
      if (value === undefined) return place;
      return period === undefined || value.endsWith('.') ? value : value + period;
    },
  );
}

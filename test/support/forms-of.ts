/** The forms in which a secret could stand somewhere: as it is, in hex, in base64 at each offset, and as a list of numbers. */
export function formsOf(secret: string | Uint8Array): readonly string[] {
  const bytes = Buffer.from(secret);
  const base64 = [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
    // Without the characters at the ends, which also depend on the neighbors.
    return text.slice(offset === 0 ? 0 : offset + 1, text.length - 4);
  });
  return [
    bytes.toString('latin1'),
    bytes.toString('hex'),
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
    [...bytes].join(','),
    [...bytes].join(', '),
  ];
}

/** Which of the secrets stand in a place, by their names. */
export function found(
  secrets: ReadonlyMap<string, string | Uint8Array>,
  place: Uint8Array,
): string[] {
  const text = Buffer.from(place).toString('latin1');
  return [...secrets].flatMap(([name, secret]) =>
    formsOf(secret).some((form) => text.includes(form)) ? [name] : [],
  );
}

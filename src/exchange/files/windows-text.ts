/** Latin-1 as programs mean it, Windows-1252: the byte of each of its characters, as files are read. */
const bytes: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 256 }, (_, byte) => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(byte)),
    byte,
  ]),
);

/** The text with `?` for each character that Windows-1252 lacks. Pure. */
export function fittedToWindows(text: string): string {
  return Array.from(text.normalize('NFC'))
    .map((one) => (bytes.has(one) ? one : '?'))
    .join('');
}

/** The bytes of such a text in Windows-1252. Pure. */
export function windowsBytes(text: string): Uint8Array {
  return Uint8Array.from(Array.from(text), (one) => bytes.get(one) ?? 0x3f);
}

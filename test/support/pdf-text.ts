import { inflateSync } from 'node:zlib';

/**
 * Reads the text layer of a PDF as a viewer does that searches or copies it: by the map from each
 * font's glyphs to characters. Knows what our library writes, and no more.
 * @returns the pieces in the order in which they are drawn
 */
export function pdfText(pdf: Uint8Array): string[] {
  const bytes = Buffer.from(pdf).toString('latin1');
  const objects = new Map(
    [...bytes.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [
      id,
      body,
    ]),
  );
  const streamOf = (id: string): string => {
    const [, content = ''] = /stream\n([\s\S]*?)\nendstream/.exec(objects.get(id) ?? '') ?? [];
    return content === '' ? '' : inflateSync(Buffer.from(content, 'latin1')).toString('latin1');
  };
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  for (const body of objects.values())
    for (const [, name = '', id = ''] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1];
      if (map !== undefined) fonts.set(name, charactersIn(streamOf(map)));
    }
  const pages = [...objects.values()].flatMap(
    (body) =>
      /\/Type \/Page\n[\s\S]*\/Contents (\d+) 0 R|\/Contents (\d+) 0 R/.exec(body)?.slice(1) ?? [],
  );
  return pages.filter(Boolean).flatMap((id) => piecesIn(streamOf(id ?? ''), fonts));
}

/** The map of a font: from a glyph's number in hexadecimal digits to its characters. */
function charactersIn(map: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [, first = '', list = ''] of map.matchAll(
    /<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi,
  )) {
    const start = Number.parseInt(first, 16);
    for (const [index, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/gi)].entries())
      found.set((start + index).toString(16).padStart(4, '0'), textOf(hex));
  }
  return found;
}

function textOf(hex: string): string {
  return Buffer.from(hex.replaceAll(' ', ''), 'hex').swap16().toString('utf16le');
}

function piecesIn(page: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string[] {
  const pieces: string[] = [];
  let font = '';
  for (const [, name, shown] of page.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = name;
    if (shown === undefined) continue;
    const glyphs = [...shown.matchAll(/<([0-9a-f]+)>/gi)].map(([, hex = '']) => hex).join('');
    const letters = glyphs.match(/.{4}/g) ?? [];
    pieces.push(letters.map((glyph) => fonts.get(font)?.get(glyph) ?? '\uFFFD').join(''));
  }
  return pieces;
}

/** An element: its name, and its text or what stands in it. */
export type Element = readonly [name: string, content: string | readonly Element[]];

/** An element with all that is in it, indented. Texts are escaped; what XML 1.0 may not carry is left out. */
export function xml(element: Element, depth = 0): string {
  const [name, content] = element;
  const indent = '  '.repeat(depth);
  if (typeof content === 'string') return `${indent}<${name}>${escaped(content)}</${name}>\n`;
  const inner = content.map((child) => xml(child, depth + 1)).join('');
  return `${indent}<${name}>\n${inner}${indent}</${name}>\n`;
}

function escaped(text: string): string {
  return storable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

// oxlint-disable-next-line no-control-regex -- that is what it is about
const unstorable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Control characters, lone surrogates and the two last of the plane have no place in XML, not even escaped (XML 1.0, 2.2). */
function storable(text: string): string {
  return text.toWellFormed().replaceAll(unstorable, '');
}

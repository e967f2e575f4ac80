/** An element: its name, and its text or child elements. */
export type Element = readonly [name: string, content: string | readonly Element[]];

/**
 * Writes an element with its content, indented. It escapes texts and drops characters that XML 1.0
 * excludes.
 */
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

// oxlint-disable-next-line no-control-regex -- it matches these characters on purpose
const unstorable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/**
 * XML excludes control characters, lone surrogates and the last two code points of the plane, even
 * escaped (XML 1.0, 2.2).
 */
function storable(text: string): string {
  return text.toWellFormed().replaceAll(unstorable, '');
}

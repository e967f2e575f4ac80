import { phoneChannels } from '../channels/descriptors.ts';
import type { Institution } from '../members/institution.ts';

/** Where members find the card, under the site. */
export const contactCardPath = '/contact.vcf';

/**
 * Makes the institution's contact card: vCard 4.0 (RFC 6350) with its name, the number that members text, the one that they call, and
 * the site. A phone that knows the number doesn't silence our texts as those of a stranger. Pure.
 */
export function contactCard(
  { name, settings }: Pick<Institution, 'name' | 'settings'>,
  publicUrl: string,
): string {
  const texts = phoneChannels.flatMap((channel) => settings[channel]?.number ?? []);
  const lines = [
    'BEGIN:VCARD',
    'VERSION:4.0',
    'KIND:org',
    `FN:${escaped(name)}`,
    `ORG:${escaped(name)}`,
    ...texts.map((number) => `TEL;VALUE=uri;TYPE="text,cell":tel:${number}`),
    `TEL;TYPE=voice:${escaped(settings.phone)}`,
    `URL:${publicUrl}`,
    `NOTE:${escaped(settings.service)}`,
    'END:VCARD',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function escaped(text: string): string {
  return text
    .replaceAll(/[\r\n]+/g, ' ')
    .replaceAll('\\', '\\\\')
    .replaceAll(',', '\\,')
    .replaceAll(';', '\\;');
}

/** A line has at most 75 octets; what follows goes on after a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    const most = parts.length === 0 ? 75 : 74;
    if (Buffer.byteLength(part + character) > most) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part].join('\r\n ');
}

import { flatten } from './said.ts';
import { plain } from './normalize.ts';

/** A text without what programs put around it, and whether a link of X's went. */
export interface Typed {
  readonly text: string;
  /** A link stood at the end. X puts one there for a picture, and shortens those that people write. */
  readonly hadLink: boolean;
}

/** Takes away a mail program's signature and X's short link at the end: neither is what the member says. */
export function withoutSurroundings(text: string): Typed {
  const unsigned = withoutSignature(text);
  const unlinked = unsigned.replace(/(?:^|\s+)https?:\/\/t\.co\/\w+\s*$/i, '');
  const hadLink = unlinked !== unsigned;
  return { text: hadLink ? withoutSignature(unlinked) : unsigned, hadLink };
}

const device =
  '(?:i ?(?:phone|pad|pod)|android|galaxy|samsung|pixel|motorola|nokia|lg|oneplus|xiaomi|huawei|blackberry|verizon|t-?mobile|at&t|sprint|(?:cell |mobile |smart ?)?phone|mobile|cell|device|tablet|yahoo|outlook|gmail|mail|telefono|celular|movil|telephone|portable|cellulaire|appareil)';

const signature = new RegExp(
  `(?:sent|enviado|envoye) (?:from|via|with|using|desde|con|de|depuis|avec) (?:my |mi |mon |ma )?(?:\\w+ ){0,2}${device}\\b.{0,40}$|get outlook for .{1,20}$|obtener outlook para .{1,20}$|telecharge[rz] outlook pour .{1,20}$`,
  'u',
);

function withoutSignature(text: string): string {
  // A line of two dashes begins a signature (RFC 3676, section 4.3).
  const cut = text.replace(/[\r\n]+--[ \t]*[\r\n][\s\S]*$/u, '');
  const lines = cut.split(/[\r\n]+/);
  while (lines.length > 1 && isSignature(lines.at(-1) ?? '')) lines.pop();
  const last = lines.at(-1) ?? '';
  const at = signature.exec(comparable(last))?.index ?? -1;
  if (at > 0) lines[lines.length - 1] = last.slice(0, at);
  return lines.join('\n');
}

function isSignature(line: string): boolean {
  return line.trim() === '' || signature.exec(comparable(line).trim())?.index === 0;
}

/** Of the same length as what is given, so that places in one are places in the other. */
function comparable(text: string): string {
  const lower = plain(text);
  return lower.length === text.length ? lower : text.toLowerCase();
}

/** Reads past the institution's keyword before a command: `VCU BAL 7`, `vcu: stop`. */
export function withoutKeyword(text: string, keywords: readonly string[]): string {
  for (const keyword of keywords) {
    const pattern = new RegExp(
      `^([\\s>*"'“‘«(]*)[#@]?${RegExp.escape(flatten(keyword))}(?:[\\s:,.;!/*"'”’»)-]+)(?=[^\\s])`,
      'iu',
    );
    const rest = text.replace(pattern, '$1');
    if (rest !== text) return withoutKeyword(rest, keywords);
  }
  return text;
}

import type { CountryCode } from 'libphonenumber-js/max';
import { languages, type Language } from '../kernel/vocabulary/language.ts';
import { isMemberNumber, shown } from '../ledger/import/fields.ts';
import { type Finding, readTable, type TableRecord } from '../ledger/import/read-table.ts';
import { readEmail, readPhone } from '../members/contact-fields.ts';
import { addressLines } from '../members/mailing-address.ts';

/** What a file says of a member. Absent: it says nothing. */
export interface MemberLine {
  readonly line: number;
  readonly number: string;
  readonly name: string;
  readonly language?: Language | undefined;
  /** As E.164. Contact data only: it enrolls nobody. */
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly address?: readonly string[] | undefined;
}

const names = ['number', 'name', 'language', 'phone', 'email', 'address'] as const;

/** The columns that a file of members may lack. */
const optional = names.slice(2);

/** How cores name languages. */
const languageWords: ReadonlyMap<string, Language> = new Map<string, Language>([
  ...languages.map((language) => [language, language] as const),
  ['e', 'en'],
  ['eng', 'en'],
  ['english', 'en'],
  ['s', 'es'],
  ['sp', 'es'],
  ['spa', 'es'],
  ['spanish', 'es'],
  ['español', 'es'],
  ['f', 'fr'],
  ['fra', 'fr'],
  ['fre', 'fr'],
  ['french', 'fr'],
  ['français', 'fr'],
]);

/**
 * Reads a file of members.
 * @returns them by number, and the problems of the other lines
 */
export async function readMembers(
  records: AsyncIterable<TableRecord>,
  country: CountryCode,
): Promise<{ members: Map<string, MemberLine>; lines: number; errors: Finding[] }> {
  const { rows, lines, errors } = await readTable(records, {
    file: 'members',
    names,
    optional,
    shareOf: () => '',
    read: (fields, line) => readMember(fields, line, country),
  });
  const members = new Map<string, MemberLine>();
  const repeats: Finding[] = [];
  for (const row of rows) {
    const first = members.get(row.number);
    if (first)
      repeats.push({
        file: 'members',
        line: row.line,
        reason: `number ${row.number} is already in line ${first.line}`,
      });
    else members.set(row.number, row);
  }
  return { members, lines, errors: [...errors.map(withoutShare), ...repeats] };
}

function withoutShare({ file, line, reason }: Finding): Finding {
  return { file, line, reason };
}

function readMember(
  fields: Readonly<Record<(typeof names)[number], string>>,
  line: number,
  country: CountryCode,
): MemberLine | string {
  const number = fields.number.trim();
  if (!isMemberNumber(number))
    return `number "${shown(number)}" is not valid: it has 1 to 30 letters, digits and dashes`;
  const name = fields.name.trim().replaceAll(/\s+/g, ' ');
  if (name === '' || name.length > 100) return 'name is missing or longer than 100 characters';
  const word = fields.language.trim().toLowerCase();
  const language = word === '' ? undefined : languageWords.get(word);
  if (word !== '' && !language)
    return `language "${shown(word)}" is none of ${languages.join(', ')}: leave it empty, or give "values" in the mapping`;
  const phone = readPhone(fields.phone, country);
  if (phone === null)
    return `phone "${shown(fields.phone)}" is no telephone number: leave it empty`;
  const email = readEmail(fields.email);
  if (email === null) return `email "${shown(fields.email)}" is no e-mail address: leave it empty`;
  const given = fields.address
    .split(/[|\r\n]+/)
    .map((one) => one.trim())
    .filter(Boolean);
  const address = addressLines.safeParse(given);
  if (!address.success) return 'address has more than 6 lines, or a line longer than 60 characters';
  return {
    line,
    number,
    name,
    language,
    phone,
    email,
    address: address.data.length === 0 ? undefined : address.data,
  };
}

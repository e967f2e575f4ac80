import type { Institution } from '../members/institution.ts';

/**
 * Finds institutions without a phone number. HELP, LOCK and every notice name it, and carriers
 * require it in HELP.
 * @returns for each of them a sentence that says what to do
 */
export function phoneProblems(institutions: readonly Institution[]): string[] {
  return institutions
    .filter(({ settings }) => settings.phone.trim() === '')
    .map(
      ({ slug }) =>
        `${slug} has no telephone number, which HELP and urgent messages give to members: \`tmm institution set 'phone="…"' --institution ${slug} --who … --why …\``,
    );
}

import type { Institution } from '../members/institution.ts';

/**
 * What keeps members from calling: HELP, LOCK and every notice name the number, and carriers ask that HELP does.
 * @returns a sentence for each institution without one, with what to do
 */
export function phoneProblems(institutions: readonly Institution[]): string[] {
  return institutions
    .filter(({ settings }) => settings.phone.trim() === '')
    .map(
      ({ slug }) =>
        `${slug} has no telephone number, which members read in HELP and wherever it is urgent: \`tmm institution set 'phone="…"' --institution ${slug} --who … --why …\``,
    );
}

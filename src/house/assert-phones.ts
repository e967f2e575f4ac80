import type { Queries } from '../database/database.ts';
import { listInstitutions } from '../members/institution.ts';
import { configurationFault } from './config.ts';

/**
 * Makes sure that members can call: HELP, LOCK and every notice name the number, and carriers ask that HELP does.
 * @throws Fault `configuration` that says what to do, all institutions at once
 */
export async function assertPhones(q: Queries): Promise<void> {
  const silent = (await listInstitutions(q)).filter(({ settings }) => settings.phone.trim() === '');
  if (silent.length > 0)
    throw configurationFault(
      silent.map(
        ({ slug }) =>
          `${slug} has no telephone number, which members read in HELP and wherever it is urgent: \`tmm institution set 'phone="…"' --institution ${slug} --who … --why …\``,
      ),
    );
}

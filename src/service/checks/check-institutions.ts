import { signingRefusal } from '../../audit/newest-signed.ts';
import { channelFindings, channelProblems } from '../../channels/installed.ts';
import type { Database } from '../../database/database.ts';
import type { Keyring } from '../../kernel/keyring.ts';
import { listInstitutions, type Institution } from '../../members/institution.ts';
import type { Config } from '../config.ts';
import { optionsOf } from '../options-of.ts';
import { phoneProblems } from '../phone-problems.ts';
import { portalProblems } from '../portal-problems.ts';
import { findingsOf, type Finding } from '../../kernel/finding.ts';

const { ok, problem } = findingsOf('institutions');

/** Checks the institutions’ settings, and that the keys are those that signed their records. Reads only. */
export async function checkInstitutions(
  db: Database,
  { config, keyring }: { readonly config: Config; readonly keyring: Keyring | undefined },
): Promise<{ readonly institutions: readonly Institution[]; readonly findings: Finding[] }> {
  const institutions = await listInstitutions(db);
  const problems = institutionProblems(institutions, config);
  const findings = problems.map((what) =>
    problem({
      what: `${what}.`,
      why: '`tmm serve` refuses to start with it.',
      act: 'Change the setting that it names.',
    }),
  );
  for (const { id, slug, demonstration } of institutions) {
    const refusal = demonstration ? undefined : await signingRefusal(db, id, keyring);
    if (refusal !== undefined)
      findings.push(
        problem({
          what: `The keys in TMM_MASTER_KEYS did not sign what is recorded of ${slug}.`,
          why: 'Nothing of it can be decrypted, and nothing new would be believed.',
          act: 'Set TMM_MASTER_KEYS to the keys from your safe.',
        }),
      );
  }
  findings.push(...channelFindings(institutions));
  if (findings.length === 0)
    findings.push(ok(`${institutions.map(({ slug }) => slug).join(', ')}: the settings fit.`));
  return { institutions, findings };
}

/** What prevents serving these institutions under these settings: a sentence each, with what to do. */
export function institutionProblems(
  institutions: readonly Institution[],
  config: Config,
): string[] {
  return [
    ...(config.TMM_PORTAL === 'on'
      ? portalProblems(institutions, {
          slug: config.TMM_PORTAL_INSTITUTION,
          publicUrl: config.TMM_PUBLIC_URL,
        })
      : []),
    ...phoneProblems(institutions),
    ...channelProblems(institutions, optionsOf(config)),
  ];
}

import type { Range } from '../audit/ranges.ts';
import type { SignatureReport } from '../audit/verify-record.ts';

const rangesMax = 20;

/** Words the result of `tmm verify` on the signatures. */
export function signatureLines(signatures: SignatureReport): string[] {
  const { good, unchecked, unknown, unsigned, unvouched } = signatures;
  const lacking = unknown.values().reduce((sum, count) => sum + count, 0);
  return [
    `Signatures: ${good} valid, ${unchecked} not checked (no key given), ${lacking === 0 ? '' : `${lacking} not checked (key missing), `}${unsigned} missing${unsigned === 0 ? '' : `, written without a key${listed(signatures.unsignedAt)}`}`,
    ...(unvouched === 0
      ? []
      : [
          `Of those, ${unvouched} ${unvouched === 1 ? 'has' : 'have'} no later signature that covers ${unvouched === 1 ? 'it' : 'them'}${listed(signatures.unvouchedAt)}: anyone who can write to the database could have forged ${unvouched === 1 ? 'it' : 'them'}. Only a head kept outside (--head) can show that. \`tmm import\` signs if TMM_MASTER_KEYS is set`,
        ]),
  ];
}

function listed(ranges: readonly Range[]): string {
  if (ranges.length === 0) return '';
  const shown = ranges
    .slice(0, rangesMax)
    .map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`));
  if (ranges.length > rangesMax) shown.push('…');
  const isOne = ranges.length === 1 && ranges[0]?.first === ranges[0]?.last;
  return ` (${isOne ? 'batch' : 'batches'} ${shown.join(', ')})`;
}

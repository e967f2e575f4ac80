import type { Range, SealReport } from '../audit/verify-record.ts';

const rangesMax = 20;

/** What `tmm verify` says of the keyring. */
export function sealLines(keyring: SealReport): string[] {
  const { good, unchecked, unsealed, unvouched } = keyring;
  return [
    `Keyring: ${good} good, ${unchecked} not checked (no key given), ${unsealed} written without a key${listed(keyring.unsealedAt)}`,
    ...(unvouched === 0
      ? []
      : [
          `Of those without a key ${unvouched === 1 ? '1 has' : `${unvouched} have`} no seal that vouches for ${unvouched === 1 ? 'it' : 'them'}${listed(keyring.unvouchedAt)}: whoever can write the database could have written ${unvouched === 1 ? 'it' : 'them'}, and only a head kept outside (--head) can tell. \`tmm import\` keyring where TMM_MASTER_KEYS is set`,
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

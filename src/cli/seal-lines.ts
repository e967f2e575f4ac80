import type { Range, SealReport } from '../record/verify-record.ts';

const rangesMax = 20;

/** What `tmm verify` says of the seals. */
export function sealLines(seals: SealReport): string[] {
  const { good, unchecked, unsealed, unvouched } = seals;
  return [
    `Seals: ${good} good, ${unchecked} not checked (no key given), ${unsealed} written without a key${listed(seals.unsealedAt)}`,
    ...(unvouched === 0
      ? []
      : [
          `Of those without a key ${unvouched === 1 ? '1 has' : `${unvouched} have`} no seal that vouches for ${unvouched === 1 ? 'it' : 'them'}${listed(seals.unvouchedAt)}: whoever can write the database could have written ${unvouched === 1 ? 'it' : 'them'}, and only a head kept outside (--head) can tell. \`tmm import\` seals where TMM_MASTER_KEYS is set`,
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

import { amountIn } from '../../languages/wording.ts';
import { isRecord } from '../../members/merge-patch.ts';
import type { Institution } from '../../members/institution.ts';
import { isSame, type PlainSettings } from '../../members/settings-patch.ts';
import { currencyOf } from '../../money/amount.ts';
import type { ShownLine } from '../../staff/approvals/approval.ts';

/** Lists what differs between settings, one line for each value. Always in English: a stored difference reads the same for both persons. */
export function shownChanges(
  institution: Pick<Institution, 'currency'>,
  before: PlainSettings,
  after: PlainSettings,
): ShownLine[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted();
  return names.flatMap((name) => linesOf(institution, name, before[name], after[name]));
}

function linesOf(
  institution: Pick<Institution, 'currency'>,
  what: string,
  before: unknown,
  after: unknown,
): ShownLine[] {
  if (isSame(before, after)) return [];
  if (isRecord(before ?? {}) && isRecord(after ?? {})) {
    const [was, is] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}];
    const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].toSorted();
    const inner = names.flatMap((name) =>
      linesOf(institution, `${what}.${name}`, was[name], is[name]),
    );
    if (inner.length > 0) return inner;
  }
  return [
    {
      what,
      ...(before === undefined ? {} : { before: shownValue(institution, what, before) }),
      ...(after === undefined ? {} : { after: shownValue(institution, what, after) }),
    },
  ];
}

const amounts =
  /^(?:limits|onlineLimits)\.(?:perTransfer|perDay|confirmAbove|freshProofAbove)$|^stepUp\.above\./;

/** A value as people read it: amounts in the currency, lists with commas. */
export function shownValue(
  { currency }: Pick<Institution, 'currency'>,
  what: string,
  value: unknown,
): string {
  const known = currencyOf(currency);
  if (amounts.test(what) && typeof value === 'string' && known)
    return amountIn('en', BigInt(value), known);
  if (Array.isArray(value))
    return value.every((one) => typeof one === 'string' || typeof one === 'number')
      ? value.join(', ')
      : JSON.stringify(value);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

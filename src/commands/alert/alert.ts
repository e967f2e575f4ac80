import { fitsShare } from '../../alerts/fits-share.ts';
import { planRule } from '../../alerts/plan-rule.ts';
import type { AlertTerms } from '../../alerts/rule.ts';
import { alertTraits, type AlertKind } from '../../kernel/vocabulary/alert-kind.ts';
import { parseFigure } from '../../money/parse-decimal.ts';
import type { Share } from '../../shares/share.ts';
import { hasDueDate } from '../../shares/loan-terms.ts';
import type { Listed, ReadingOf } from '../command.ts';
import { resolveShare } from '../resolve-share.ts';
import { noShare } from '../share-of.ts';
import type { Decision, Loaded, Situation } from '../situation.ts';
import { lineOf } from './lines.ts';

type AlertReading = ReadingOf<'alert'>;

/** `ALERT LOW 7 100`: sets an alert, or changes the one of that kind and account. Without all that it needs, says what to send. */
export const alert: Listed<AlertReading> = {
  examples: (word, { from }) => [`#${word} low ${from} 100`, `#${word} dep ${from} 500`],
  needs: ({ kind }, { shares }) => {
    // The books say when payments are due.
    const loans = kind === 'due' ? shares.filter((share) => fitsShare(kind, share)) : [];
    return {
      alerts: true,
      ...(loans.length === 0
        ? {}
        : {
            balances: loans.map(({ accountId }) => accountId),
            loans: loans.map(({ id }) => id),
          }),
    };
  },
  decide: (reading, situation, loaded) => {
    const terms = termsOf(reading, situation);
    if ('reply' in terms) return terms;
    if (situation.settings.core !== undefined && terms.kind !== 'due')
      return { reply: { reply: 'refused', reason: 'alerts_away' } };
    if (terms.kind === 'due' && !isDueKnown(terms, situation, loaded))
      return { reply: { reply: 'refused', reason: 'alerts_no_due' } };
    const { rules } = loaded.alerts();
    const planned = planRule(rules, terms, situation.shares);
    if (planned.plan === 'too_many') return { reply: { reply: 'refused', reason: 'alerts_full' } };
    const number = planned.plan === 'add' ? planned.number : planned.rule.number;
    const rule = lineOf({ ...terms, number }, situation.shares);
    if (planned.plan === 'same') return { reply: { reply: 'alert_set', rule, was: 'same' } };
    return planned.plan === 'add'
      ? {
          reply: { reply: 'alert_set', rule },
          effects: [{ effect: 'change_alerts', change: { change: 'add', number, terms } }],
        }
      : {
          reply: { reply: 'alert_set', rule, was: 'changed' },
          effects: [
            {
              effect: 'change_alerts',
              change: { change: 'set', number, terms },
            },
          ],
        };
  },
};

/** Whether the books say when a payment is due on one of the loans that a rule is about. */
function isDueKnown({ shareId }: AlertTerms, { shares }: Situation, loaded: Loaded): boolean {
  return shares.some((share) => {
    if (!fitsShare('due', share) || (shareId !== null && share.id !== shareId)) return false;
    const balance = loaded.books.balance(share.accountId);
    return (
      balance?.closed === false &&
      hasDueDate(balance.loan ?? loaded.loanTerms(share.accountId) ?? {})
    );
  });
}

/** What the member wants, or what to answer instead. */
function termsOf(
  reading: AlertReading,
  situation: Situation,
): AlertTerms | Extract<Decision, { opens?: never }> {
  const { kind, account } = reading;
  const fitting = situation.shares.filter((share) => fitsShare(kind, share));
  const how = {
    reply: {
      reply: 'alert_how',
      kind,
      example: fitting[0]?.suffix ?? '7',
      ...(fitting.length === 0 ? { none: true as const } : {}),
    },
  } as const;
  if (fitting.length === 0) return how;
  const named = shareNamed(account, { kind, fitting, situation });
  if (named === 'unclear') return how;
  if (named === 'unknown') return { reply: noShare(account, situation) };
  const { takes } = alertTraits[kind];
  const amount =
    takes === 'amount' && reading.amount !== undefined
      ? (parseFigure(reading.amount, situation.currency.digits) ?? null)
      : null;
  const days = takes === 'days' ? (reading.days ?? null) : null;
  const weekday = takes === 'weekday' ? (reading.weekday ?? null) : null;
  const isWhole = takes === 'nothing' || amount !== null || days !== null || weekday !== null;
  return isWhole ? { kind, shareId: named?.id ?? null, amount, days, weekday } : how;
}

/** The account that the member named; `undefined`: all. Where one is needed, the default or the only one stands for none. */
function shareNamed(
  account: string | undefined,
  given: {
    readonly kind: AlertKind;
    readonly fitting: readonly Share[];
    readonly situation: Situation;
  },
): Share | undefined | 'unclear' | 'unknown' {
  const { kind, fitting, situation } = given;
  const traits = alertTraits[kind];
  if (traits.account === 'none') return undefined;
  if (account === undefined || account === 'all') {
    if (traits.account === 'any') return undefined;
    const preferred = fitting.find(({ id }) => id === situation.member.defaultShareId);
    const [only, another] = fitting;
    return preferred ?? (another ? 'unclear' : only);
  }
  const resolved = resolveShare(account, fitting);
  if (resolved.found === 'one') return resolved.share;
  if (resolved.found === 'several') return 'unclear';
  // It exists, but no such alert can be about it.
  return resolveShare(account, situation.shares).found === 'none' ? 'unknown' : 'unclear';
}

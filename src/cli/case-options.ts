import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { caseOutcomes } from '../kernel/vocabulary/staff-work.ts';
import { isNewAccount } from '../staff/clocks.ts';
import { givenOf, type caseFields } from '../operations/staff/case-changes.ts';
import { actorOptions } from './actor.ts';
import { institutionOption } from './choose-institution.ts';
import { dayOf } from './days.ts';
import { dataOptions } from './open-data.ts';
import { UsageError } from './usage-error.ts';

const flag = { type: 'boolean' } as const;
const text = { type: 'string' } as const;

const options = {
  ...dataOptions,
  ...institutionOption,
  ...actorOptions,
  all: { type: 'boolean', default: false },
  member: text,
  received: text,
  note: text,
  'new-account': flag,
  'point-of-sale': flag,
  'outside-us': flag,
  'written-asked': flag,
  'transfer-on': text,
  'first-deposit': text,
  statement: text,
  written: text,
  credited: text,
  'credit-told': text,
  decided: text,
  outcome: text,
  told: text,
  corrected: text,
  'withdrawal-told': text,
} as const;

export const parseCase = (words: readonly string[]) =>
  parseArgs({ args: [...words], allowPositionals: true, allowNegative: true, options });

/** The fields of the operations on cases, without the note. */
export type CaseFields = Omit<z.input<z.ZodObject<typeof caseFields>>, 'note'>;

export type CaseValues = ReturnType<typeof parseCase>['values'];

type DayOption =
  | 'statement'
  | 'written'
  | 'credited'
  | 'credit-told'
  | 'decided'
  | 'told'
  | 'corrected'
  | 'withdrawal-told';

/**
 * Reads the facts of the transfer and of the case from the options. An absent option changes
 * nothing.
 */
export function changesOf(values: CaseValues): CaseFields {
  const day = (name: DayOption) =>
    values[name] === undefined ? undefined : dayOf(values[name], `--${name}`).toString();
  return givenOf({
    newAccount: newAccountOf(values),
    pointOfSale: values['point-of-sale'],
    outsideUs: values['outside-us'],
    writtenAsked: values['written-asked'],
    statementOn: day('statement'),
    writtenOn: day('written'),
    creditedOn: day('credited'),
    creditToldOn: day('credit-told'),
    decidedOn: day('decided'),
    outcome: outcomeOf(values.outcome),
    resultToldOn: day('told'),
    correctedOn: day('corrected'),
    withdrawalToldOn: day('withdrawal-told'),
  });
}

/** Given outright, or derived from the days of the transfer and of the account's first deposit. */
function newAccountOf(values: CaseValues): boolean | undefined {
  const { 'new-account': said, 'transfer-on': transfer, 'first-deposit': deposit } = values;
  if (transfer === undefined && deposit === undefined) return said;
  if (said !== undefined || transfer === undefined || deposit === undefined)
    throw new UsageError('give either --new-account, or --transfer-on with --first-deposit');
  return isNewAccount(dayOf(transfer, '--transfer-on'), dayOf(deposit, '--first-deposit'));
}

function outcomeOf(word: string | undefined): (typeof caseOutcomes)[number] | undefined {
  if (word === undefined) return undefined;
  const found = caseOutcomes.find((one) => one === word.replaceAll('-', '_'));
  if (!found) throw new UsageError(`--outcome must be one of ${caseOutcomes.join(', ')}`);
  return found;
}

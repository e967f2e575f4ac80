import type { Queries } from '../../database/database.ts';
import { createWorld } from '../../kernel/world.ts';
import type { Actor } from '../../members/acts.ts';
import type { Institution } from '../../members/institution.ts';
import { findMemberByNumber } from '../../members/members.ts';
import { nextClock, type Clock } from '../../staff/case-clocks.ts';
import { casesMax, findCase, listCases, type Case } from '../../staff/case-rows.ts';
import { closeCase, noteCase, openCaseByStaff, type CaseSource } from '../../staff/case-work.ts';
import { actorHelp, actorOf } from '../actor.ts';
import { changesOf, parseCase, type CaseValues } from '../case-options.ts';
import { chooseInstitution, institutionHelp } from '../choose-institution.ts';
import { dueText, localText, momentOf } from '../days.ts';
import { dataHelp, openData } from '../open-data.ts';
import { print, printTable } from '../print.ts';
import { printHistory } from '../print-history.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';
import { noMoreThan } from '../words.ts';

const verbs = ['list', 'show', 'open', 'note', 'close'] as const;

export const caseSubcommand: Subcommand = {
  name: 'case',
  help: `
tmm case list [--all]               open disputes, the one whose next term ends first in front; --all with the closed
tmm case show REFERENCE             all its terms (12 CFR 1005.11), and what was done
tmm case open TASK …                make a task a case: its terms run from the member's earliest open notice
tmm case open --member NUMBER [--received MOMENT] …
                                    a notice by telephone, letter or at the counter
tmm case note REFERENCE …           write down a note, or what happened and when
tmm case close REFERENCE …          close it: decided, corrected and told

What lengthens the terms (open and note; --no-… takes it back):
  --new-account        the transfer was within 30 days of the account's first deposit
  --point-of-sale      by debit card at a point of sale
  --outside-us         outside the United States
  --written-asked      an oral notice, and its confirmation in writing was asked for
What happened (note and close), each with its day, such as 2026-11-23:
  --written DAY        that confirmation came
  --credited DAY       credited provisionally       --credit-told DAY      and the member told
  --decided DAY        with --outcome error, no_error or withdrawn (by the member)
  --corrected DAY      the error was corrected      --told DAY             the member was told the result
  --withdrawal-told DAY   told that the provisional credit is taken back
  --note WORDS

All but list and show are recorded:
${actorHelp}
${institutionHelp}
${dataHelp}`,
  run: async (words) => {
    const { values, positionals } = parseCase(words);
    const [word = 'list', given] = positionals;
    const verb = verbs.find((one) => one === word);
    if (!verb) throw new UsageError(`there is no ‘${word}’: ${verbs.join(', ')}`);
    noMoreThan(verb === 'list' ? 1 : 2, positionals);
    const reference = given?.toUpperCase();
    if (reference === undefined && verb !== 'list' && verb !== 'open')
      throw new UsageError('which case? Give its reference, such as D-1123-4821');
    const actor = verb === 'list' || verb === 'show' ? undefined : actorOf(values);
    const changes = changesOf(values);
    await using db = await openData(values);
    const institution = await chooseInstitution(db, values.institution);
    const world = createWorld();
    const today = world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate();
    if (verb === 'list') {
      printCases(await listCases(db, institution, { today, closedToo: values.all }), today);
      return 0;
    }
    if (!actor) {
      const found = await findCase(db, institution, { reference: reference ?? '', today });
      if (!found) throw new UsageError(`there is no case ${reference}`);
      printCase(found, institution, today);
      await printHistory(db, institution, found.reference);
      return 0;
    }
    if (verb === 'open') {
      print(await open(db, world, { institution, actor, task: reference, values }));
      return 0;
    }
    const work = {
      institution,
      reference: reference ?? '',
      actor,
      changes,
      ...(values.note === undefined ? {} : { note: values.note }),
    };
    const after = await db.transaction(async (tx) =>
      verb === 'close' ? closeCase(tx, world, work) : noteCase(tx, world, work),
    );
    const next = nextClock(after.clocks);
    if (verb === 'close') print(`${after.reference} is closed`);
    else
      print(
        `Noted on ${after.reference}${next ? `; next: ${clockText(next)} by ${dueText(next.dueOn, today)}` : ''}`,
      );
    return 0;
  },
};

async function open(
  db: Queries & { transaction: <T>(run: (tx: Queries) => Promise<T>) => Promise<T> },
  world: ReturnType<typeof createWorld>,
  {
    institution,
    actor,
    task,
    values,
  }: { institution: Institution; actor: Actor; task: string | undefined; values: CaseValues },
): Promise<string> {
  const from = await sourceOf(db, world, { institution, task, values });
  const opened = await db.transaction(async (tx) =>
    openCaseByStaff(tx, world, {
      institution,
      actor,
      from,
      transfer: {
        newAccount: values['new-account'] ?? false,
        pointOfSale: values['point-of-sale'] ?? false,
        outsideUs: values['outside-us'] ?? false,
      },
      writtenAsked: values['written-asked'] ?? false,
    }),
  );
  return `${opened.reference}, received ${localText(opened.receivedAt, institution.zone)}: decide or credit provisionally by ${opened.due.toString()}; with credit decide by ${opened.provisionalDue.toString()}`;
}

async function sourceOf(
  q: Queries,
  world: ReturnType<typeof createWorld>,
  {
    institution,
    task,
    values: { member: number, received },
  }: { institution: Institution; task: string | undefined; values: CaseValues },
): Promise<CaseSource> {
  if (task !== undefined) {
    if (number !== undefined || received !== undefined)
      throw new UsageError('a task has its member and its time: give it alone');
    return { task };
  }
  if (number === undefined) throw new UsageError('of what? Give a task, or --member NUMBER');
  const member = await findMemberByNumber(q, institution.id, number);
  if (!member) throw new UsageError(`there is no member ${number}`);
  const receivedAt =
    received === undefined ? world.clock.now() : momentOf(received, institution.zone, '--received');
  return { memberId: member.id, receivedAt };
}

function printCases(cases: readonly Case[], today: Temporal.PlainDate): void {
  printTable(
    ['reference', 'due', 'next', 'member', 'name', ''],
    cases.map((one) => {
      const next = one.state === 'open' ? nextClock(one.clocks) : undefined;
      return [
        one.reference,
        dueText(next?.dueOn ?? null, today),
        next ? clockText(next) : '',
        one.memberNumber,
        one.memberName,
        one.state,
      ];
    }),
  );
  if (cases.length === casesMax)
    process.stderr.write(`These are the first ${casesMax}; there may be more\n`);
}

function printCase(one: Case, { zone }: Institution, today: Temporal.PlainDate): void {
  print(`${one.reference}, ${one.state}${one.outcome ? `, outcome: ${one.outcome}` : ''}`);
  print(`member ${one.memberNumber}, ${one.memberName}`);
  print(`received ${localText(one.receivedAt, zone)}`);
  const kinds = [
    one.newAccount ? 'new account' : '',
    one.pointOfSale ? 'point of sale' : '',
    one.outsideUs ? 'outside the US' : '',
    one.writtenAsked ? 'oral, written confirmation asked for' : '',
  ].filter(Boolean);
  if (kinds.length > 0) print(kinds.join(', '));
  print(`business days: ${one.businessDays}\n`);
  printTable(
    ['term', 'due', 'done'],
    one.clocks.map((clock) => [
      clockText(clock),
      clock.doneOn ? clock.dueOn.toString() : dueText(clock.dueOn, today),
      clock.doneOn?.toString() ?? '',
    ]),
  );
}

function clockText({ clock }: Clock): string {
  return clockTexts[clock];
}

const clockTexts: Readonly<Record<Clock['clock'], string>> = {
  written_confirmation: 'confirmation in writing',
  decide_or_credit: 'decide, or credit provisionally',
  tell_credit: 'tell of the credit',
  decide_at_last: 'decide at last',
  correct: 'correct the error',
  tell_result: 'tell the result',
  honor_items: 'honor items until',
};

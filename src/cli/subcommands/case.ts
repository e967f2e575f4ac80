import type { Queries } from '../../database/database.ts';
import { createWorld } from '../../kernel/world.ts';
import type { Actor } from '../../members/audit-log.ts';
import type { Institution } from '../../members/institution.ts';
import { findMemberByNumber } from '../../members/members.ts';
import { nextClock } from '../../staff/case-clocks.ts';
import { findCase, listCases } from '../../staff/case-rows.ts';
import {
  closeCase,
  noteCase,
  openCaseByStaff,
  type CaseChanges,
  type CaseSource,
} from '../../staff/case-work.ts';
import { actorHelp, actorOf } from '../actor.ts';
import { changesOf, parseCase, type CaseValues } from '../case-options.ts';
import { chooseInstitution, institutionHelp } from '../choose-institution.ts';
import { dueText, localText, momentOf } from '../days.ts';
import { dataHelp, openData } from '../open-data.ts';
import { print } from '../print.ts';
import { clockText, printCase, printCases } from '../print-cases.ts';
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
  --new-account        the transfer was within 30 days of the account's first deposit;
                       or --transfer-on DAY --first-deposit DAY, which tell whether it was
  --point-of-sale      by debit card at a point of sale
  --outside-us         outside the United States
  --written-asked      an oral notice, and its confirmation in writing was asked for
What happened, each with its day, such as 2026-11-23:
  --statement DAY      the statement was sent that first showed the error: a notice is in time for 60 days
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
    checkUse(verb, values, changes);
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
      print(await open(db, world, { institution, actor, task: reference, values, changes }));
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
    changes,
  }: {
    institution: Institution;
    actor: Actor;
    task: string | undefined;
    values: CaseValues;
    changes: CaseChanges;
  },
): Promise<string> {
  const from = await sourceOf(db, world, { institution, task, values });
  const {
    newAccount = false,
    pointOfSale = false,
    outsideUs = false,
    writtenAsked = false,
    ...happened
  } = changes;
  const { note } = values;
  const opened = await db.transaction(async (tx) => {
    const transfer = { newAccount, pointOfSale, outsideUs };
    const made = await openCaseByStaff(tx, world, {
      institution,
      actor,
      from,
      transfer,
      writtenAsked,
    });
    if (note !== undefined || Object.keys(happened).length > 0)
      await noteCase(tx, world, {
        institution,
        reference: made.reference,
        actor,
        changes: happened,
        ...(note === undefined ? {} : { note }),
      });
    return made;
  });
  return `${opened.reference}, received ${localText(opened.receivedAt, institution.zone)}: decide or credit provisionally by ${opened.due.toString()}; with credit decide by ${opened.provisionalDue.toString()}`;
}

/** Refuses options that nothing would be done with. */
function checkUse(verb: (typeof verbs)[number], values: CaseValues, changes: CaseChanges): void {
  const reads = verb === 'list' || verb === 'show';
  if (reads && (values.note !== undefined || Object.keys(changes).length > 0))
    throw new UsageError(`${verb} writes nothing down: \`tmm case note\` does`);
  if (verb !== 'open' && (values.member !== undefined || values.received !== undefined))
    throw new UsageError('--member and --received are for `tmm case open`');
  if (verb !== 'list' && values.all) throw new UsageError('--all is for `tmm case list`');
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

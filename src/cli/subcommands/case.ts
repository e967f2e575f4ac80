import type { Queries } from '../../database/database.ts';
import { createWorld } from '../../kernel/world.ts';
import type { Actor } from '../../members/acts.ts';
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
tmm case list [--all]               open disputes, next deadline first; --all includes closed ones
tmm case show REFERENCE             one case with all its deadlines (12 CFR 1005.11) and its history
tmm case open TASK …                turn a task into a case; deadlines run from the member's earliest open notice
tmm case open --member NUMBER [--received MOMENT] …
                                    open a case for a notice by phone, by letter or in the branch
tmm case note REFERENCE …           record a note, or what happened and when
tmm case close REFERENCE …          close a case that is decided, corrected and communicated

What extends the deadlines (open and note; --no-… reverts it):
  --new-account        the transfer was within 30 days of the account's first deposit;
                       or give --transfer-on DAY --first-deposit DAY to compute it
  --point-of-sale      a debit card transaction at a point of sale
  --outside-us         a transfer outside the United States
  --written-asked      an oral notice for which you requested written confirmation
What happened, with the day, such as 2026-11-23:
  --statement DAY      sent the first statement that shows the error; a notice is in time for 60 days
  --written DAY        received that written confirmation
  --credited DAY       gave provisional credit    --credit-told DAY      notified the member of it
  --decided DAY        decided, with --outcome error, no_error or withdrawn (by the member)
  --corrected DAY      corrected the error        --told DAY             notified the member of the result
  --withdrawal-told DAY   notified the member that you take back the provisional credit
  --note TEXT          a note

Everything but list and show goes into the audit log:
${actorHelp}
${institutionHelp}
${dataHelp}`,
  run: async (words) => {
    const { values, positionals } = parseCase(words);
    const [word = 'list', given] = positionals;
    const verb = verbs.find((one) => one === word);
    if (!verb) throw new UsageError(`unknown command ‘${word}’: use ${verbs.join(', ')}`);
    noMoreThan(verb === 'list' ? 1 : 2, positionals);
    const reference = given?.toUpperCase();
    if (reference === undefined && verb !== 'list' && verb !== 'open')
      throw new UsageError('give the case’s reference, such as D-1123-4821');
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
        `Recorded on ${after.reference}${next ? `; next: ${clockText(next)} by ${dueText(next.dueOn, today)}` : ''}`,
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
  return `${opened.reference}, received ${localText(opened.receivedAt, institution.zone)}: decide or give provisional credit by ${opened.due.toString()}; with credit, decide by ${opened.provisionalDue.toString()}`;
}

/** Refuses options that nothing would be done with. */
function checkUse(verb: (typeof verbs)[number], values: CaseValues, changes: CaseChanges): void {
  const reads = verb === 'list' || verb === 'show';
  if (reads && (values.note !== undefined || Object.keys(changes).length > 0))
    throw new UsageError(`${verb} changes nothing: use \`tmm case note\``);
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
      throw new UsageError(
        'a task already names its member and its time: leave out --member and --received',
      );
    return { task };
  }
  if (number === undefined) throw new UsageError('give a task, or --member NUMBER');
  const member = await findMemberByNumber(q, institution.id, number);
  if (!member) throw new UsageError(`there is no member ${number}`);
  const receivedAt =
    received === undefined ? world.clock.now() : momentOf(received, institution.zone, '--received');
  return { memberId: member.id, receivedAt };
}

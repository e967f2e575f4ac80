import { openCase } from '../../operations/staff/open-case.ts';
import { listCases, readCase } from '../../operations/staff/read-cases.ts';
import {
  closeCase,
  decides,
  noteCase,
  recordCaseDecision,
} from '../../operations/staff/work-on-cases.ts';
import type { StaffContext } from '../../operations/request-context.ts';
import { actingOf, actorHelp, tokenOf } from '../actor.ts';
import { ask } from '../ask.ts';
import { changesOf, parseCase, type CaseFields, type CaseValues } from '../case-options.ts';
import { chooseInstitution, institutionHelp } from '../choose-institution.ts';
import { dueText, localText, momentOf } from '../days.ts';
import { dataHelp, openData } from '../open-data.ts';
import { print } from '../print.ts';
import { clockText, printCase, printCases } from '../print-cases.ts';
import { printHistory } from '../print-history.ts';
import { staffRequest } from '../staff-request.ts';
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
    const actor = verb === 'list' || verb === 'show' ? undefined : actingOf(values);
    const changes = changesOf(values);
    checkUse(verb, values, changes);
    await using db = await openData(values, { reads: !actor });
    const institution = await chooseInstitution(db, values.institution);
    const request = await staffRequest(db, institution, actor ?? tokenOf(values));
    const today = request.world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate();
    if (verb === 'list') {
      const { cases, limited } = await ask(request, listCases, { closedToo: values.all });
      printCases(cases, today);
      if (limited)
        process.stderr.write(`Only the first ${cases.length} are shown; there may be more\n`);
      return 0;
    }
    if (verb === 'open') {
      print(await open(request, { task: reference, values, changes }));
      return 0;
    }
    if (!actor) {
      const { case: found, history } = await ask(request, readCase, { reference: reference ?? '' });
      printCase(found, institution, today);
      printHistory(history, institution);
      return 0;
    }
    const work = { reference: reference ?? '', ...changes, note: values.note };
    if (verb === 'close') print(`${(await ask(request, closeCase, work)).reference} is closed`);
    else {
      const { reference: noted, next } = await ask(
        request,
        decides(changes) ? recordCaseDecision : noteCase,
        work,
      );
      const term = next ? `; next: ${clockText(next)} by ${dueText(next.dueOn, today)}` : '';
      print(`Recorded on ${noted}${term}`);
    }
    return 0;
  },
};

/** Opens a case from a task, or from what a member said. @returns the sentence to print */
async function open(
  request: StaffContext,
  {
    task,
    values: { member: number, received, note },
    changes,
  }: { task: string | undefined; values: CaseValues; changes: CaseFields },
): Promise<string> {
  const { zone } = request.institution;
  const receivedAt =
    received === undefined ? undefined : momentOf(received, zone, '--received').toString();
  const given = { task, number, receivedAt, ...changes, note };
  const opened = await ask(request, openCase, given);
  return `${opened.reference}, received ${localText(opened.receivedAt, zone)}: decide or give provisional credit by ${opened.due}; with credit, decide by ${opened.provisionalDue}`;
}

/** Refuses options that this verb would ignore. */
function checkUse(verb: (typeof verbs)[number], values: CaseValues, changes: CaseFields): void {
  const reads = verb === 'list' || verb === 'show';
  if (reads && (values.note !== undefined || Object.keys(changes).length > 0))
    throw new UsageError(`${verb} changes nothing: use \`tmm case note\``);
  if (verb !== 'open' && (values.member !== undefined || values.received !== undefined))
    throw new UsageError('--member and --received are for `tmm case open`');
  if (verb !== 'list' && values.all) throw new UsageError('--all is for `tmm case list`');
}

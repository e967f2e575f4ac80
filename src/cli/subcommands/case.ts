import { openCase } from '../../operations/staff/open-case.ts';
import { listCases, readCase } from '../../operations/staff/read-cases.ts';
import { closeCase, noteCase } from '../../operations/staff/work-on-cases.ts';
import type { StaffContext } from '../../operations/request-context.ts';
import { actorHelp, actorOf } from '../actor.ts';
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
    const request = staffRequest(db, institution, actor);
    const today = request.world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate();
    if (verb === 'list') {
      const { cases, limited } = await ask(request, listCases, { closedToo: values.all });
      printCases(cases, today);
      if (limited) process.stderr.write(`These are the first ${cases.length}; there may be more\n`);
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
      const { reference: noted, next } = await ask(request, noteCase, work);
      const term = next ? `; next: ${clockText(next)} by ${dueText(next.dueOn, today)}` : '';
      print(`Noted on ${noted}${term}`);
    }
    return 0;
  },
};

/** Opens a case of a task, or of what a member said. @returns the sentence that is printed */
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
  return `${opened.reference}, received ${localText(opened.receivedAt, zone)}: decide or credit provisionally by ${opened.due}; with credit decide by ${opened.provisionalDue}`;
}

/** Refuses options that nothing would be done with. */
function checkUse(verb: (typeof verbs)[number], values: CaseValues, changes: CaseFields): void {
  const reads = verb === 'list' || verb === 'show';
  if (reads && (values.note !== undefined || Object.keys(changes).length > 0))
    throw new UsageError(`${verb} writes nothing down: \`tmm case note\` does`);
  if (verb !== 'open' && (values.member !== undefined || values.received !== undefined))
    throw new UsageError('--member and --received are for `tmm case open`');
  if (verb !== 'list' && values.all) throw new UsageError('--all is for `tmm case list`');
}

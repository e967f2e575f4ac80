import { parseArgs } from 'node:util';
import type { Institution } from '../../members/institution.ts';
import { listTasks, readTask } from '../../operations/staff/read-tasks.ts';
import type { TaskOutput } from '../../operations/staff/task-schema.ts';
import { closeTask, noteTask, takeTask } from '../../operations/staff/work-on-tasks.ts';
import { actingOf, actorHelp, actorOptions, tokenOf } from '../actor.ts';
import { ask } from '../ask.ts';
import { chooseInstitution, institutionHelp, institutionOption } from '../choose-institution.ts';
import { dueText, localText } from '../days.ts';
import { dataHelp, dataOptions, openData } from '../open-data.ts';
import { print, printTable } from '../print.ts';
import { printHistory } from '../print-history.ts';
import { staffRequest } from '../staff-request.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';
import { noMoreThan } from '../words.ts';

const verbs = ['list', 'show', 'take', 'note', 'close'] as const;

export const taskSubcommand: Subcommand = {
  name: 'task',
  help: `
tmm task list [--all]                      open tasks: urgent ones first, then by due date; --all includes closed ones
tmm task show REFERENCE                    one task with the member's words and its history
tmm task take REFERENCE …                  take the task, so that others see it is yours
tmm task note REFERENCE --note TEXT …      add a note
tmm task close REFERENCE --outcome TEXT …  close it and say how it ended

\`tmm case open\` turns a notice of error into a case. Everything but list and show goes into the audit log:
${actorHelp}
${institutionHelp}
${dataHelp}`,
  run: async (words) => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        ...dataOptions,
        ...institutionOption,
        ...actorOptions,
        all: { type: 'boolean', default: false },
        note: { type: 'string' },
        outcome: { type: 'string' },
      },
    });
    const [word = 'list', given] = positionals;
    const verb = verbs.find((one) => one === word);
    if (!verb) throw new UsageError(`unknown command ‘${word}’: use ${verbs.join(', ')}`);
    noMoreThan(verb === 'list' ? 1 : 2, positionals);
    const reference = given?.toUpperCase();
    if (verb !== 'list' && reference === undefined)
      throw new UsageError('give the task’s reference, such as T-1123-4821');
    const actor = verb === 'list' || verb === 'show' ? undefined : actingOf(values);
    const { note, outcome } = values;
    if (verb === 'note' && note === undefined) throw new UsageError('give --note TEXT');
    if (verb === 'close' && outcome === undefined)
      throw new UsageError('say how it ended with --outcome TEXT');
    if (verb !== 'note' && note !== undefined)
      throw new UsageError('--note is for `tmm task note`');
    if (verb !== 'close' && outcome !== undefined)
      throw new UsageError('--outcome is for `tmm task close`');
    if (verb !== 'list' && values.all) throw new UsageError('--all is for `tmm task list`');
    await using db = await openData(values, { reads: !actor });
    const institution = await chooseInstitution(db, values.institution);
    const request = await staffRequest(db, institution, actor ?? tokenOf(values));
    const today = request.world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate();
    if (reference === undefined) {
      const { tasks, limited } = await ask(request, listTasks, { closedToo: values.all });
      printTasks(tasks, today);
      if (limited)
        process.stderr.write(`Only the first ${tasks.length} are shown; there may be more\n`);
      return 0;
    }
    if (!actor) {
      const { task, history } = await ask(request, readTask, { reference });
      printTask(task, institution, today);
      printHistory(history, institution);
      return 0;
    }
    if (verb === 'note') {
      await ask(request, noteTask, { reference, note: note ?? '' });
      print(`Recorded on ${reference}`);
    } else if (verb === 'close') {
      await ask(request, closeTask, { reference, outcome: outcome ?? '' });
      print(`${reference} is closed`);
    } else {
      const { takenBy, before } = await ask(request, takeTask, { reference });
      print(
        `${reference} is taken by ${takenBy}${before === null ? '' : `; ${before} had it before`}`,
      );
    }
    return 0;
  },
};

function printTasks(tasks: readonly TaskOutput[], today: Temporal.PlainDate): void {
  printTable(
    ['reference', '', 'due', 'kind', 'member', 'taken by', 'subject'],
    tasks.map((task) => [
      task.reference,
      task.state === 'done' ? 'closed' : task.urgent ? 'URGENT' : '',
      task.state === 'done' ? '' : dueText(task.dueOn, today),
      task.kind,
      task.memberNumber ?? '',
      task.takenBy ?? '',
      task.subject,
    ]),
  );
}

function printTask(task: TaskOutput, { zone }: Institution, today: Temporal.PlainDate): void {
  print(
    `${task.reference}, ${task.kind}, ${task.state === 'open' ? 'open' : 'closed'}${task.urgent ? ', URGENT' : ''}`,
  );
  print(task.subject);
  if (task.memberNumber !== null) print(`member ${task.memberNumber}, ${task.memberName ?? ''}`);
  print(`received ${localText(task.receivedAt, zone)}`);
  if (task.dueOn) print(`due ${dueText(task.dueOn, today)}`);
  if (task.takenBy !== null) print(`taken by ${task.takenBy}`);
  if (task.outcome !== null) print(`outcome: ${task.outcome}`);
  if (task.caseReference !== null) print(`became case ${task.caseReference}`);
  if (task.detail !== null) print(`\n${task.detail}`);
}

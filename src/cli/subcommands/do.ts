import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { StaffOperation } from '../../operations/operation.ts';
import { perform } from '../../operations/perform.ts';
import { isDual, permissions, rolesWith } from '../../operations/permissions.ts';
import { staffOperations } from '../../operations/staff-operations.ts';
import { actingOf, actorHelp, actorOptions, tokenOf } from '../actor.ts';
import { RefusedError } from '../ask.ts';
import { chooseInstitution, institutionHelp, institutionOption } from '../choose-institution.ts';
import { inputOf } from '../input-of.ts';
import { dataHelp, dataOptions, openData } from '../open-data.ts';
import { print, printTable } from '../print.ts';
import { staffRequest } from '../staff-request.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';

export const doSubcommand: Subcommand = {
  name: 'do',
  help: `
tmm do --list                                  all operations of staff: what each does, and which roles may
tmm do OPERATION --describe                    the input that it takes, as JSON Schema
tmm do OPERATION [NAME=VALUE …] [NAME:=JSON …] [--input JSON] …

Runs any operation of the staff console and prints its answer as JSON. NAME=VALUE gives a text, NAME:=JSON a number, a list or true;
--input gives all fields at once. An operation that changes something needs --why. One that takes two persons waits under
Approvals, and the answer says so. \`tmm do collectApproved reference=A-…\` then gets an answer that is yours alone.

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
        list: { type: 'boolean', default: false },
        describe: { type: 'boolean', default: false },
        input: { type: 'string' },
      },
    });
    const [id, ...fields] = positionals;
    if (values.list) {
      if (id !== undefined) throw new UsageError('--list lists all operations: leave out the name');
      return printOperations();
    }
    const operation = operationOf(id);
    if (values.describe) {
      print(
        JSON.stringify(
          z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }),
          null,
          2,
        ),
      );
      return 0;
    }
    const input = inputOf(fields, values.input);
    const isNamed = values.who !== undefined || values.why !== undefined;
    const actor =
      permissions[operation.permission].changes || isNamed ? actingOf(values) : tokenOf(values);
    await using db = await openData(values, { reads: !actor });
    const institution = await chooseInstitution(db, values.institution);
    const request = await staffRequest(db, institution, actor);
    const { done, refused } = await perform(request, operation, input);
    if (refused && refused.code !== 'waits_for_approval') throw new RefusedError(refused);
    print(JSON.stringify(refused ? { waits: true, text: refused.text } : done, null, 2));
    return 0;
  },
};

function operationOf(id: string | undefined): StaffOperation {
  if (id === undefined) throw new UsageError('name an operation: `tmm do --list` lists them');
  const operation = staffOperations.find((one) => one.id === id);
  if (operation) return operation;
  const like = staffOperations.filter((one) => one.id.toLowerCase().includes(id.toLowerCase()));
  const hint = like.length === 0 ? '' : ` Did you mean ${like.map((one) => one.id).join(', ')}?`;
  throw new UsageError(`there is no operation ‘${id}’: \`tmm do --list\` lists them.${hint}`);
}

function printOperations(): number {
  printTable(
    ['operation', 'persons', 'roles', 'what it does'],
    staffOperations.map(({ id, permission, summary }) => [
      id,
      isDual(permission) ? '2' : '1',
      rolesWith(permission).join(' '),
      summary,
    ]),
  );
  return 0;
}

import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { abandonOrder, confirmOrder, listOrders } from '../../operations/staff/orders.ts';
import { actingOf, actorHelp, actorOptions, tokenOf } from '../actor.ts';
import { ask } from '../ask.ts';
import { chooseInstitution, institutionHelp, institutionOption } from '../choose-institution.ts';
import { dataHelp, dataOptions, openData } from '../open-data.ts';
import { print, printTable } from '../print.ts';
import { staffRequest } from '../staff-request.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';
import { noMoreThan } from '../words.ts';

const verbs = ['list', 'posted', 'abandon'] as const;

export const orderSubcommand: Subcommand = {
  name: 'order',
  help: `
tmm order list                        transfers at another core that are not confirmed, oldest first
tmm order posted KEY --reference REF …  one that the core posted: REF is what the core calls it
tmm order abandon KEY …               one that was not posted and never will be: --why says how you know

Only where another core keeps the books. End a transfer only with proof from that core: the member gets a message that the money moved, or that
nothing moved and they may send it again. Both are recorded, and need TMM_MASTER_KEYS:
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
        reference: { type: 'string' },
      },
    });
    const [word = 'list', key] = positionals;
    const verb = verbs.find((one) => one === word);
    if (!verb) throw new UsageError(`there is no ‘${word}’: ${verbs.join(', ')}`);
    noMoreThan(verb === 'list' ? 1 : 2, positionals);
    const { reference } = values;
    if (verb !== 'posted' && reference !== undefined)
      throw new UsageError('--reference is for `tmm order posted`');
    if (verb === 'posted' && reference === undefined)
      throw new UsageError('give --reference: what the core calls the posting');
    if (verb !== 'list' && key === undefined)
      throw new UsageError('which order? Give its key, as `tmm order list` has it');
    const actor = verb === 'list' ? undefined : actingOf(values);
    await using db = await openData(values, { reads: !actor });
    const institution = await chooseInstitution(db, values.institution);
    const request = await staffRequest(db, institution, actor ?? tokenOf(values));
    if (verb === 'list') {
      printOrders((await ask(request, listOrders, {})).orders);
    } else if (verb === 'posted') {
      await ask(request, confirmOrder, { key: key ?? '', reference: reference ?? '' });
      print(`${key} is posted; the member gets a message that the money moved.`);
    } else {
      await ask(request, abandonOrder, { key: key ?? '' });
      print(`${key} is abandoned; the member gets a message that nothing moved.`);
    }
    return 0;
  },
};

function printOrders(orders: z.output<typeof listOrders.output>['orders']): void {
  if (orders.length === 0) {
    print('No transfer waits for another core.');
    return;
  }
  printTable(
    ['KEY', 'STATE', 'ASKED', 'AMOUNT', 'WHAT'],
    orders.map((order) => [order.key, order.state, order.askedAt, order.amount, order.what]),
  );
}

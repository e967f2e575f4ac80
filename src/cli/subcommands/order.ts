import { parseArgs } from 'node:util';
import { abandonAsStaff } from '../../conversation/abandon-order.ts';
import { listOpenOrders } from '../../core/remote/order-store.ts';
import { createWorld } from '../../kernel/world.ts';
import { actorHelp, actorOf, actorOptions } from '../actor.ts';
import { chooseInstitution, institutionHelp, institutionOption } from '../choose-institution.ts';
import { dataHelp, dataOptions, openData } from '../open-data.ts';
import { print, printTable } from '../print.ts';
import { keyringFor } from '../signatures.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';
import { noMoreThan } from '../words.ts';

export const orderSubcommand: Subcommand = {
  name: 'order',
  help: `
tmm order list            transfers at another core that are not confirmed, oldest first
tmm order abandon KEY …   one that was not posted and never will be: --why says how you know

Only where another core keeps the books. Abandon an order only with proof from that core: the member is told that nothing moved, and
may send it again. Abandoning is recorded, and needs TMM_MASTER_KEYS:
${actorHelp}
${institutionHelp}
${dataHelp}`,
  run: async (words) => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { ...dataOptions, ...institutionOption, ...actorOptions },
    });
    const [verb = 'list', key] = positionals;
    if (verb !== 'list' && verb !== 'abandon')
      throw new UsageError(`there is no ‘${verb}’: list, abandon`);
    noMoreThan(verb === 'list' ? 1 : 2, positionals);
    await using db = await openData(values);
    const institution = await chooseInstitution(db, values.institution);
    if (verb === 'list') {
      const orders = await listOpenOrders(db, institution.id);
      if (orders.length === 0) print('No transfer waits for another core.');
      else
        printTable(
          ['KEY', 'STATE', 'ASKED', 'AMOUNT', 'WHAT'],
          orders.map((order) => [
            order.key,
            order.state,
            order.askedAt.toString(),
            order.amount.toString(),
            order.fromDescription,
          ]),
        );
      return 0;
    }
    if (key === undefined) throw new UsageError('which order? Give its key from `tmm order list`');
    const actor = actorOf(values);
    const context = { institution, world: createWorld(), keyring: keyringFor(institution) };
    const outcome = await db.transaction(async (tx) => abandonAsStaff(tx, context, { key, actor }));
    if (outcome === 'not_open')
      throw new UsageError(`${key} is no order with an unknown outcome: see \`tmm order list\``);
    print(`${key} is abandoned. The member gets a message that nothing moved.`);
    return 0;
  },
};

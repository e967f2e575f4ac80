import { parseArgs } from 'node:util';
import { createWorld } from '../../kernel/world.ts';
import { internalBalances, raiseBuckets } from '../../ledger/raise-buckets.ts';
import { recordInAuditLog } from '../../members/audit-log.ts';
import { currencyOf } from '../../money/amount.ts';
import { decimal } from '../../money/format.ts';
import { actorOf, namedHelp, namedOptions } from '../actor.ts';
import { chooseInstitution, institutionHelp, institutionOption } from '../choose-institution.ts';
import { dataHelp, dataOptions, openData } from '../open-data.ts';
import { print, printTable } from '../print.ts';
import { keyringForBooks } from '../signatures.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';
import { noMoreThan } from '../words.ts';

export const bucketsSubcommand: Subcommand = {
  name: 'buckets',
  help: `
tmm buckets                      list the institution's own accounts, with their buckets and total balances
tmm buckets raise KIND COUNT …   give an account more buckets, so that several processes can post on it at once: cash, settlement…

An account has one bucket by default. The number can only rise. The audit log records it:
  --currency CODE  default: the institution's
${namedHelp}
${institutionHelp}
${dataHelp}`,
  run: async (words) => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        ...dataOptions,
        ...institutionOption,
        ...namedOptions,
        currency: { type: 'string' },
      },
    });
    const [verb = 'list', kind, told] = positionals;
    if (verb !== 'list' && verb !== 'raise')
      throw new UsageError(`there is no ‘${verb}’: list, raise`);
    noMoreThan(verb === 'list' ? 1 : 3, positionals);
    await using db = await openData(values, { reads: verb === 'list' });
    const institution = await chooseInstitution(db, values.institution);
    if (verb === 'list') {
      const rows = await internalBalances(db, institution.id);
      printTable(
        ['ACCOUNT', 'CURRENCY', 'BUCKETS', 'BALANCE'],
        rows.map((row) => [
          row.kind,
          row.currency,
          String(row.buckets),
          decimal(row.balance, currencyOf(row.currency)?.digits ?? 2),
        ]),
      );
      return 0;
    }
    const count = Number(told);
    if (kind === undefined || !Number.isInteger(count))
      throw new UsageError('which account, and how many? Such as `tmm buckets raise cash 4`');
    const actor = actorOf(values);
    const world = createWorld();
    const currency = values.currency?.toUpperCase() ?? institution.currency;
    const opened = await raiseBuckets(db, {
      institutionId: institution.id,
      kind,
      currency,
      count,
      openedOn: world.clock.now().toZonedDateTimeISO(institution.zone).toPlainDate(),
      world,
      keyring: await keyringForBooks(db, institution),
      recorded: async (tx) =>
        recordInAuditLog(tx, world, {
          ...actor,
          institutionId: institution.id,
          what: 'buckets_raised',
          subject: `${kind} ${currency}`,
          detail: { count },
        }),
    });
    print(`${kind} in ${currency} has ${count} buckets; ${opened} were opened.`);
    return 0;
  },
};

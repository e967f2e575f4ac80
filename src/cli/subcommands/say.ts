import { usualChannel } from '../usual-channel.ts';
import { parseArgs } from 'node:util';
import { rolledBack } from '../../database/rolled-back.ts';
import { createWorld } from '../../kernel/world.ts';
import { addressesOf, openAddress } from '../../members/bind-address.ts';
import { recordInAuditLog } from '../../members/audit-log.ts';
import { maskedCode } from '../../members/code-rules.ts';
import { openCodes } from '../../members/codes.ts';
import type { Institution } from '../../members/institution.ts';
import { findMemberByNumber } from '../../members/members.ts';
import { actorOf, namedHelp, namedOptions } from '../actor.ts';
import { carryOut } from '../carry-out.ts';
import { chooseInstitution, institutionHelp, institutionOption } from '../choose-institution.ts';
import { dataHelp, dataOptions, openData } from '../open-data.ts';
import { dryRun } from '../dry-run.ts';
import { print } from '../print.ts';
import { keyringFor } from '../signatures.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';

export const saySubcommand: Subcommand = {
  name: 'say',
  help: `
tmm say --member NUMBER [--channel x] "TEXT"

Prints the reply that the member would get. On a demonstration institution the command is carried out. Elsewhere this is a dry run
that ignores transfers waiting for the member's OK. Nothing is moved, stored or sent, the code is masked, and the audit log records
that you looked:
${namedHelp}

${institutionHelp}
${dataHelp}
  TMM_MASTER_KEYS  decrypts the code (not needed for the demonstration)`,
  run: async (words) => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        ...dataOptions,
        ...institutionOption,
        ...namedOptions,
        member: { type: 'string' },
        channel: { type: 'string', default: usualChannel },
      },
    });
    const text = positionals.join(' ');
    if (values.member === undefined || text === '')
      throw new UsageError('give --member NUMBER and a text');
    await using db = await openData(values);
    const institution = await chooseInstitution(db, values.institution);
    if (institution.settings.core !== undefined)
      throw new UsageError('another core keeps the books, and only the service speaks to it');
    // To see a member's balances, staff must give their name and a reason.
    const actor = institution.demonstration
      ? undefined
      : actorOf(values, 'this shows what a member would see');
    const keyring = keyringFor(institution);
    const member = await findMemberByNumber(db, institution.id, values.member);
    if (!member) throw new UsageError(`there is no member ${values.member}`);
    const address = (await addressesOf(db, institution.id, member.id)).find(
      ({ channel }) => channel === values.channel,
    );
    if (!address)
      throw new UsageError(`member ${member.number} has no address on ${values.channel}`);
    const plain = await openAddress(db, keyring, institution.id, address.id);
    const world = createWorld();
    const asked = { institution, channel: address.channel, address: plain ?? '', text };
    const found = institution.demonstration
      ? await carryOut(db, { keyring, world }, asked)
      : await rolledBack(db, async (tx) => dryRun(tx, { keyring, world }, asked));
    if (!found)
      throw new UsageError(
        `member ${member.number} has not verified an address on ${values.channel}`,
      );
    const code = (await openCodes(db, keyring, institution.id, [address.id])).get(address.id)?.code;
    if (actor) {
      await recordInAuditLog(db, world, {
        institutionId: institution.id,
        ...actor,
        what: 'member_looked_at',
        subject: member.number,
        detail: { by: 'say' },
      });
    }
    print(
      'noReply' in found
        ? `(no reply: ${found.noReply})`
        : [found.reply, shownCode(code, institution)].filter(Boolean).join(' '),
    );
    if (!institution.demonstration) process.stderr.write('(a dry run: nothing was carried out)\n');
    return 0;
  },
};

/** In full on a demonstration. Elsewhere only the member may read it. */
function shownCode(code: string | undefined, institution: Institution): string | undefined {
  return code === undefined || institution.demonstration ? code : maskedCode(code);
}

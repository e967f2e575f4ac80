import { parseArgs } from 'node:util';
import { createConversation } from '../../conversation/conversation.ts';
import { silentLogger } from '../../kernel/logger.ts';
import { silentMetrics } from '../../kernel/metrics.ts';
import { createWorld } from '../../kernel/world.ts';
import { addressesOf, openAddress } from '../../members/bind-address.ts';
import { recordAct } from '../../members/acts.ts';
import { maskedCode } from '../../members/code-rules.ts';
import { openCodes } from '../../members/codes.ts';
import type { Institution } from '../../members/institution.ts';
import { findMemberByNumber } from '../../members/members.ts';
import { ledgerCore } from '../../shares/ledger-core.ts';
import { actorHelp, actorOf, actorOptions } from '../actor.ts';
import { chooseInstitution, institutionHelp, institutionOption } from '../choose-institution.ts';
import { dataHelp, dataOptions, openData } from '../open-data.ts';
import { print } from '../print.ts';
import { sealsFor } from '../seals.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';

/** Thrown to undo what `say` only wanted to see. */
class Undone extends Error {}

export const saySubcommand: Subcommand = {
  name: 'say',
  help: `
tmm say --member NUMBER [--channel x] "TEXT"

Prints the reply as the member would read it. On a demonstration institution the command is carried out; elsewhere it is decided and
then undone: nothing is moved or sent, the member's code is masked, and that somebody looked is recorded:
${actorHelp}

${institutionHelp}
${dataHelp}
  TMM_MASTER_KEYS  opens the code (not needed for the demonstration)`,
  run: async (words) => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        ...dataOptions,
        ...institutionOption,
        ...actorOptions,
        member: { type: 'string' },
        channel: { type: 'string', default: 'x' },
      },
    });
    const text = positionals.join(' ');
    if (values.member === undefined || text === '')
      throw new UsageError('give --member NUMBER and a text');
    await using db = await openData(values);
    const institution = await chooseInstitution(db, values.institution);
    // Who sees a member's balances says who they are and why.
    const actor = institution.demonstration
      ? undefined
      : actorOf(values, 'this shows what a member would see');
    const seals = sealsFor(institution);
    const member = await findMemberByNumber(db, institution.id, values.member);
    if (!member) throw new UsageError(`there is no member ${values.member}`);
    const address = (await addressesOf(db, institution.id, member.id)).find(
      ({ channel }) => channel === values.channel,
    );
    if (!address)
      throw new UsageError(`member ${member.number} has no address on ${values.channel}`);
    const plain = await openAddress(db, seals, institution.id, address.id);
    const world = createWorld();
    const now = world.clock.now();
    const reply = await db
      .transaction(async (tx) => {
        const conversation = createConversation({
          // Inside the one transaction, so that it can be undone.
          db: {
            engine: db.engine,
            query: async (statement, parameters) => tx.query(statement, parameters),
            transaction: async (work) => work(tx),
            script: async (text) => db.script(text),
            [Symbol.asyncDispose]: async () => {},
          },
          core: ledgerCore,
          seals,
          world,
          logger: silentLogger,
          metrics: silentMetrics,
          institution: async () => institution,
          delivery: async () => {},
          queued: () => {},
        });
        const outcome = await conversation.take({
          institutionId: institution.id,
          channel: address.channel,
          externalId: `say:${world.ids.next()}`,
          address: plain ?? '',
          text,
          sentAt: now,
          receivedAt: now,
        });
        // Shown here, so never to be sent as well.
        if (outcome.outboundId !== undefined)
          await tx.query(
            `update outbound set status = 'stopped', error_code = 'said' where institution_id = $1 and id = $2`,
            [institution.id, outcome.outboundId],
          );
        const codes = await openCodes(tx, seals, institution.id, [address.id]);
        const line =
          outcome.text === undefined
            ? `(silence: ${outcome.outcome})`
            : [outcome.text, shownCode(codes.get(address.id)?.code, institution)]
                .filter(Boolean)
                .join(' ');
        if (!institution.demonstration) throw Object.assign(new Undone(), { line });
        return line;
      })
      .catch((error: unknown) => {
        if (error instanceof Undone && 'line' in error) return String(error.line);
        throw error;
      });
    if (actor) {
      await recordAct(db, world, {
        institutionId: institution.id,
        ...actor,
        what: 'member_looked_at',
        subject: member.number,
        detail: { by: 'say' },
      });
    }
    print(reply);
    if (!institution.demonstration)
      process.stderr.write('(decided and undone: nothing was carried out)\n');
    return 0;
  },
};

/** Whole on a demonstration; elsewhere nobody but the member reads it. */
function shownCode(code: string | undefined, institution: Institution): string | undefined {
  return code === undefined || institution.demonstration ? code : maskedCode(code);
}

import { parseArgs } from 'node:util';
import { announceChange } from '../../notices/announce.ts';
import { createWorld } from '../../kernel/world.ts';
import { recordAct } from '../../members/acts.ts';
import { addressesOf } from '../../members/bind-address.ts';
import { maskedCode, type CodeRefusal } from '../../members/code-rules.ts';
import { changeCode, openCodes } from '../../members/codes.ts';
import { findMemberByNumber } from '../../members/members.ts';
import { actorHelp, actorOf, actorOptions } from '../actor.ts';
import { chooseInstitution, institutionHelp, institutionOption } from '../choose-institution.ts';
import { dataHelp, dataOptions, openData } from '../open-data.ts';
import { print, printTable } from '../print.ts';
import { keyringFor } from '../seals.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';
import { noMoreThan } from '../words.ts';

const refusals: Record<CodeRefusal, string> = {
  code_malformed: 'a code has six letters or digits',
  code_is_number: 'a code can’t be part of the member number',
  code_is_word: 'this word is a command, or carriers act on it',
  code_too_simple: 'this code is too easy to guess',
  code_used_before: 'this code was used before',
};

export const codeSubcommand: Subcommand = {
  name: 'code',
  help: `
tmm code show --member NUMBER [--channel x]
tmm code change --member NUMBER [--channel x] [--own CODE] --who NAME --why REASON

Codes are masked here: members see theirs in online banking and at the end of each message. The new code is random, or the six
letters or digits that the member chose (--own).

${actorHelp}
${institutionHelp}
${dataHelp}
  TMM_MASTER_KEYS  decrypts the codes (not needed for the demonstration)`,
  run: async (words) => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        ...dataOptions,
        ...institutionOption,
        ...actorOptions,
        member: { type: 'string' },
        channel: { type: 'string' },
        own: { type: 'string' },
      },
    });
    const [verb = 'show'] = positionals;
    if (verb !== 'show' && verb !== 'change')
      throw new UsageError(`unknown command ‘${verb}’: use show or change`);
    noMoreThan(1, positionals);
    if (values.member === undefined) throw new UsageError('give --member NUMBER');
    const actor = verb === 'change' ? actorOf(values) : undefined;
    await using db = await openData(values);
    const institution = await chooseInstitution(db, values.institution);
    const keyring = keyringFor(institution);
    const member = await findMemberByNumber(db, institution.id, values.member);
    if (!member) throw new UsageError(`there is no member ${values.member}`);
    const all = await addressesOf(db, institution.id, member.id);
    // Shown are all unless one is named; changed is the one named, or that on X.
    const wanted = values.channel ?? (actor ? 'x' : undefined);
    const addresses = all.filter(({ channel }) => wanted === undefined || channel === wanted);
    if (!actor) {
      const codes = await openCodes(
        db,
        keyring,
        institution.id,
        addresses.map(({ id }) => id),
      );
      printTable(
        ['channel', 'handle', 'code', 'version'],
        addresses.map((one) => {
          const open = codes.get(one.id);
          return [
            one.channel,
            one.handle ?? '',
            open ? maskedCode(open.code) : 'none',
            open ? String(open.version) : '',
          ];
        }),
      );
      return 0;
    }
    const [address] = addresses;
    if (!address) throw new UsageError(`member ${member.number} has no address on ${wanted}`);
    const world = createWorld();
    const result = await db.transaction(async (tx) => {
      const changed = await changeCode(
        tx,
        { keyring, world },
        {
          institutionId: institution.id,
          addressId: address.id,
          ...(values.own === undefined ? {} : { chosen: values.own }),
        },
      );
      if (!('refused' in changed)) {
        await announceChange(
          tx,
          { world, institution, keyring },
          { memberId: member.id, what: 'code_changed' },
        );
        await recordAct(tx, world, {
          institutionId: institution.id,
          ...actor,
          what: 'code_changed',
          subject: member.number,
          detail: { channel: address.channel, version: changed.version },
        });
      }
      return changed;
    });
    if ('refused' in result) {
      process.stderr.write(`tmm code: ${refusals[result.refused]}\n`);
      return 1;
    }
    print(
      `Changed: ${maskedCode(result.code)}, version ${result.version}. The next message ends with it`,
    );
    return 0;
  },
};

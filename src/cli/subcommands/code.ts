import { usualChannel } from '../usual-channel.ts';
import { parseArgs } from 'node:util';
import { changeMemberCode, listMemberCodes } from '../../operations/staff/codes.ts';
import { actingOf, actorHelp, actorOptions, tokenOf } from '../actor.ts';
import { ask } from '../ask.ts';
import { chooseInstitution, institutionHelp, institutionOption } from '../choose-institution.ts';
import { dataHelp, dataOptions, openData } from '../open-data.ts';
import { print, printTable } from '../print.ts';
import { staffRequest } from '../staff-request.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';
import { noMoreThan } from '../words.ts';

export const codeSubcommand: Subcommand = {
  name: 'code',
  help: `
tmm code show --member NUMBER [--channel x]
tmm code change --member NUMBER [--channel x] [--handle NAME] --who NAME --why REASON

Codes are masked here: members see theirs in online banking and at the end of each message. The new code is random, and nobody but the
member sees it. Members choose one of their own under Messages, in online banking.

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
        handle: { type: 'string' },
      },
    });
    const [verb = 'show'] = positionals;
    if (verb !== 'show' && verb !== 'change')
      throw new UsageError(`unknown command ‘${verb}’: use show or change`);
    noMoreThan(1, positionals);
    if (values.member === undefined) throw new UsageError('give --member NUMBER');
    const actor = verb === 'change' ? actingOf(values) : undefined;
    await using db = await openData(values, { reads: !actor });
    const institution = await chooseInstitution(db, values.institution);
    const request = await staffRequest(db, institution, actor ?? tokenOf(values));
    const { member: number, channel, handle } = values;
    if (!actor) {
      const { codes } = await ask(request, listMemberCodes, { number, channel });
      printTable(
        ['channel', 'handle', 'code', 'version'],
        codes.map((one) => [
          one.channel,
          one.handle ?? '',
          one.code ?? 'none',
          one.version === null ? '' : String(one.version),
        ]),
      );
      return 0;
    }
    const changed = await ask(request, changeMemberCode, {
      number,
      channel: channel ?? usualChannel,
      handle,
    });
    print(`Changed: version ${changed.version}. The next message ends with it`);
    return 0;
  },
};

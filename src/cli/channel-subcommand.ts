import { parseArgs } from 'node:util';
import type { ChannelCommand } from '../channels/command.ts';
import { createWorld } from '../kernel/world.ts';
import { readConfig } from '../service/config.ts';
import { actorOf, namedHelp, namedOptions } from './actor.ts';
import { chooseInstitution, institutionHelp, institutionOption } from './choose-institution.ts';
import { dataHelp, dataOptions, openData } from './open-data.ts';
import { print, printTable } from './print.ts';
import { keyringFor } from './signatures.ts';
import type { Subcommand } from './subcommand.ts';
import { UsageError } from './usage-error.ts';
import { noMoreThan } from './words.ts';

/** Makes a subcommand from a channel's folder. */
export function channelSubcommand(command: ChannelCommand): Subcommand {
  const { name, verbs, standard, options = {} } = command;
  return {
    name,
    help: `
${command.help}

${institutionHelp}
${namedHelp}
${dataHelp}`,
    run: async (words) => {
      const { values, positionals } = parseArgs({
        args: [...words],
        allowPositionals: true,
        options: { ...options, ...dataOptions, ...institutionOption, ...namedOptions },
      });
      const known = Object.keys(verbs).toSorted((a, b) => b.length - a.length);
      const verb =
        known.find((one) => `${positionals.join(' ')} `.startsWith(`${one} `)) ??
        positionals[0] ??
        standard;
      const kind = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
      if (kind === undefined) throw new UsageError(`there is no ‘${verb}’: ${listed(verbs)}`);
      noMoreThan(verb.split(' ').length, positionals);
      const actor = kind === 'changes' ? actorOf(values) : undefined;
      const config = readConfig();
      const carryOut = command.begin(verb, {
        config,
        publicUrl: config.TMM_PUBLIC_URL?.replace(/\/$/, ''),
        values,
        misused: (sentence) => new UsageError(sentence),
      });
      await using db = await openData(values, { reads: kind === 'reads' });
      const institution = await chooseInstitution(db, values.institution);
      const keyring = keyringFor(institution);
      return await carryOut({
        db,
        institution,
        keyring,
        world: createWorld(),
        actor,
        print,
        printTable,
      });
    },
  };
}

/** Lists verbs: `connect, status or disconnect`. */
function listed(verbs: ChannelCommand['verbs']): string {
  const names = Object.keys(verbs);
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}

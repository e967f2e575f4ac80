import { present } from '../../../kernel/assert.ts';
import { recordInAuditLog } from '../../../members/audit-log.ts';
import type { CommandPorts } from '../../command.ts';
import { botRuns } from './bot-command.ts';
import type { ChatCommandGiven, ChatCommandSettings, ChatOption } from './command-given.ts';
import { keysRuns } from './keys-command.ts';

/** The verbs of `tmm x chat`. */
export const chatVerbs = {
  'chat keys create': 'changes',
  'chat keys recover': 'changes',
  'chat keys import': 'changes',
  'chat keys export': 'changes',
  'chat keys rotate': 'changes',
  'chat keys status': 'reads',
  'chat bot create': 'changes',
  'chat bot permit': 'changes',
  'chat bot rotate': 'changes',
  'chat bot revoke': 'changes',
  'chat bot status': 'reads',
} as const;

export type ChatVerb = keyof typeof chatVerbs;

export function isChatVerb(verb: string): verb is ChatVerb {
  return Object.hasOwn(chatVerbs, verb);
}

export const chatUsage = `tmm x chat keys create [--replace --cut-off-other-devices] … --who NAME --why REASON
tmm x chat keys recover --pin-file FILE …              by the PIN of a phone that has the account’s keys
tmm x chat keys export --file FILE --passphrase-file FILE …
tmm x chat keys import --file FILE --passphrase-file FILE …
tmm x chat keys rotate … · tmm x chat keys status
tmm x chat bot create --handle HANDLE [--name NAME] … · bot permit --from everyone|premium|no_one … · bot rotate … · bot revoke …
tmm x chat bot status`;

/** Checks the options of a verb. @returns a function that runs it */
export function beginChat(
  verb: ChatVerb,
  settings: ChatCommandSettings,
): (ports: CommandPorts) => Promise<number> {
  const text = (name: ChatOption): string => {
    const value = settings.values[name];
    if (typeof value !== 'string') throw settings.misused(`\`${verb}\` needs --${name}`);
    return value;
  };
  for (const name of neededBy[verb] ?? []) text(name);
  return async (ports) => {
    const given = { ...ports, ...settings, text };
    const status = await runs[verb](given);
    if (chatVerbs[verb] === 'changes') await record(given, verb);
    return status;
  };
}

const runs: Readonly<Record<ChatVerb, (given: ChatCommandGiven) => Promise<number>>> = {
  ...keysRuns,
  ...botRuns,
};

const neededBy: Partial<Record<ChatVerb, readonly ChatOption[]>> = {
  'chat keys recover': ['pin-file'],
  'chat keys import': ['file', 'passphrase-file'],
  'chat keys export': ['file', 'passphrase-file'],
  'chat bot create': ['handle'],
  'chat bot permit': ['from'],
};

async function record(
  { db, world, institution, actor }: CommandPorts,
  verb: ChatVerb,
): Promise<void> {
  await recordInAuditLog(db, world, {
    institutionId: institution.id,
    ...present(actor, 'a change has its actor'),
    what: `x_${verb.replaceAll(' ', '_')}`,
    subject: institution.slug,
  });
}

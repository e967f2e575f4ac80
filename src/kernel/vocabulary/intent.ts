/** The commands, each with its own keyword. Lists show them in this order. */
export const commandNames = [
  'balance',
  'history',
  'deposits',
  'withdrawals',
  'checks',
  'holds',
  'accounts',
  'details',
  'more',
  'transfer',
  'pay',
  'confirm',
  'decline',
  'affirm',
  'limits',
  'afford',
  'alert',
  'alerts',
  'quiet',
  'lock',
  'unlock',
  'code',
  'dispute',
  'agent',
  'contact',
  'help',
  'stop',
  'start',
] as const;

export type CommandName = (typeof commandNames)[number];

/** Every intent of a text: a command, or one without a command keyword. */
export const intents = [
  ...commandNames,
  'choose',
  'alert_off',
  'answer',
  'loan',
  'language',
  'refused',
  'ambiguous',
  'unknown',
] as const;

export type Intent = (typeof intents)[number];

/** Questions whose answer is a list of entries. MORE shows older ones. */
export const listQuestions = ['history', 'deposits', 'withdrawals', 'checks'] as const;

export type ListQuestion = (typeof listQuestions)[number];

/** Questions about one account. If several fit, we ask the member which. */
export const accountQuestions = ['balance', ...listQuestions, 'holds', 'details'] as const;

export type AccountQuestion = (typeof accountQuestions)[number];

/** Commands that may have arguments. */
const commandsWithArguments = [
  ...accountQuestions,
  'afford',
  'alert',
  'quiet',
  'transfer',
  'pay',
  'confirm',
  'help',
] as const;

/** Commands that consist of their keyword only. */
export type PlainCommand = Exclude<CommandName, (typeof commandsWithArguments)[number]>;

const plainCommands: ReadonlySet<string> = new Set<string>(
  commandNames.filter((name) => !commandsWithArguments.some((other) => other === name)),
);

/** Whether a reading with this intent has no arguments. */
export function isPlainCommand(intent: Intent): intent is PlainCommand {
  return plainCommands.has(intent);
}

/** Commands that a fixed text answers. The text has the command's name. */
export const answeredByText = ['contact'] as const satisfies readonly PlainCommand[];

/** Left out of lists: `pay` is refused as not offered, and a bare YES confirms nothing. */
export const unlistedCommands = ['pay', 'affirm'] as const satisfies readonly CommandName[];

/**
 * Commands that change nothing, whatever the member asks by them. A list may offer these at one tap.
 */
export const readingCommands: ReadonlySet<CommandName> = new Set<CommandName>([
  'balance',
  'history',
  'deposits',
  'withdrawals',
  'checks',
  'holds',
  'accounts',
  'details',
  'afford',
  'limits',
  'alerts',
  'help',
]);

export type ListedCommand = Exclude<CommandName, (typeof unlistedCommands)[number]>;

/** Commands explained by another command's help text. */
export const helpUnder = {
  alerts: 'alert',
  quiet: 'alert',
  decline: 'confirm',
  affirm: 'confirm',
  unlock: 'lock',
  start: 'stop',
  help: 'all',
} as const satisfies Partial<Record<CommandName, CommandName | 'all'>>;

/** The topics of HELP: `all`, and each command with its own help text. */
export type HelpTopic = 'all' | Exclude<CommandName, keyof typeof helpUnder>;

export const helpTopics: readonly HelpTopic[] = ['all', ...commandNames.filter(hasHelp)];

function hasHelp(name: CommandName): name is Exclude<CommandName, keyof typeof helpUnder> {
  return !(name in helpUnder);
}

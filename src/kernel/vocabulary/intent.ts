/** The commands: what begins with a word of its own. Lists show them in this order. */
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

/** Everything that a text can be read as: a command, or what has no command's word. */
export const intents = [
  ...commandNames,
  'choose',
  'language',
  'refused',
  'ambiguous',
  'unknown',
] as const;

export type Intent = (typeof intents)[number];

/** Questions whose answer is a list of entries, with older ones for MORE. */
export const listQuestions = ['history', 'deposits', 'withdrawals', 'checks'] as const;

export type ListQuestion = (typeof listQuestions)[number];

/** Questions about one account: where several fit, the member is asked which. */
export const accountQuestions = ['balance', ...listQuestions, 'holds', 'details'] as const;

export type AccountQuestion = (typeof accountQuestions)[number];

/** Commands that may carry more than their word. */
const commandsWithArguments = [...accountQuestions, 'transfer', 'pay', 'confirm', 'help'] as const;

/** Commands that are a word and nothing else. */
export type PlainCommand = Exclude<CommandName, (typeof commandsWithArguments)[number]>;

const plainCommands: ReadonlySet<string> = new Set<string>(
  commandNames.filter((name) => !commandsWithArguments.some((other) => other === name)),
);

/** Whether a reading of this intent carries nothing else. */
export function isPlainCommand(intent: Intent): intent is PlainCommand {
  return plainCommands.has(intent);
}

/** Commands that one fixed text answers: the text has the command's name. */
export const answeredByText = ['contact'] as const satisfies readonly PlainCommand[];

/** `pay` is refused as not offered, and a bare YES confirms nothing: lists of commands leave both out. */
export const unlistedCommands = ['pay', 'affirm'] as const satisfies readonly CommandName[];

export type ListedCommand = Exclude<CommandName, (typeof unlistedCommands)[number]>;

/** Commands that the help text of another explains. */
export const helpUnder = {
  decline: 'confirm',
  affirm: 'confirm',
  unlock: 'lock',
  start: 'stop',
  help: 'all',
} as const satisfies Partial<Record<CommandName, CommandName | 'all'>>;

/** What HELP explains: `all`, and each command that has a text of its own. */
export type HelpTopic = 'all' | Exclude<CommandName, keyof typeof helpUnder>;

export const helpTopics: readonly HelpTopic[] = ['all', ...commandNames.filter(hasHelp)];

function hasHelp(name: CommandName): name is Exclude<CommandName, keyof typeof helpUnder> {
  return !(name in helpUnder);
}

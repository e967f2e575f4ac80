import type {
  answeredByText,
  CommandName,
  HelpTopic,
  ListedCommand,
} from '../kernel/vocabulary/intent.ts';
import type { Versions } from './text-key.ts';

/** One language's texts for each command, in one place. */
export type CommandTexts = {
  readonly [C in CommandName as C extends Said ? C : never]: TextsOf<C>;
};

type Answered = (typeof answeredByText)[number];

type Said = ListedCommand | HelpTopic;

type TextsOf<C> = (C extends ListedCommand
  ? {
      /** Its name in lists. */
      readonly name: string;
      /** What it does, in a sentence. */
      readonly what: string;
      /** The word that examples use, if it is not the first. */
      readonly word?: string;
    }
  : unknown) &
  (C extends HelpTopic ? { /** What HELP and its word say. */ readonly help: Versions } : unknown) &
  (C extends 'help'
    ? { /** What HELP ALL says: all commands. */ readonly all: Versions }
    : unknown) &
  (C extends Answered ? { /** The text that answers it. */ readonly answer: Versions } : unknown);

type HelpKeys = `help.${HelpTopic}`;

/** The texts of commands under their text keys: `help.balance`, `contact`. */
export type TextsOfCommands = Readonly<Record<HelpKeys | Answered, Versions>>;

/** Turns a language's texts for commands into reply texts. */
export function textsOfCommands(commands: CommandTexts): TextsOfCommands {
  const texts: Record<string, Versions> = {};
  for (const [name, { help, all, answer }] of Object.entries<SomeTexts>(commands)) {
    if (help) texts[`help.${name}`] = help;
    if (all) texts['help.all'] = all;
    if (answer) texts[name] = answer;
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `CommandTexts` has each of them
  return texts as TextsOfCommands;
}

interface SomeTexts {
  readonly name?: string;
  readonly help?: Versions;
  readonly all?: Versions;
  readonly answer?: Versions;
}

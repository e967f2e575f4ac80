import {
  isPlainCommand,
  type CommandName,
  type PlainCommand,
} from '../kernel/vocabulary/intent.ts';
import type { CommandContext, CommandReading } from './command-reading.ts';
import { whole } from './command-reading.ts';
import type { WordEntry } from './grammar.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { hasFigure, type Token } from './normalize.ts';
import { readAffordRest } from './afford-rest.ts';
import { readAlert } from './read-alert.ts';
import { readChecks } from './read-checks.ts';
import { readPay } from './read-pay.ts';
import { readQuestion } from './read-question.ts';
import { readQuiet } from './read-quiet.ts';
import { readConfirm, readContact, readHelp, isThanking, readStop } from './read-service.ts';
import { readTransfer } from './read-transfer.ts';

/** Reads what follows a command word. `undefined`: the words don't have that command's shape. */
export function readCommand(
  entry: WordEntry,
  head: Token,
  rest: readonly Token[],
  context: CommandContext,
): CommandReading | undefined {
  const verb = readVerb(head, rest, context);
  if (verb) return verb;
  const { intent } = entry;
  const { lexicon } = context.grammar;
  if (isPlainCommand(intent)) return readPlain(intent, { head, rest, lexicon });
  switch (intent) {
    case 'balance':
    case 'holds':
    case 'details':
    case 'history':
    case 'deposits':
    case 'withdrawals':
      return readQuestion(intent, head, rest, context);
    case 'checks':
      return readChecks(head, rest, context);
    case 'transfer':
      return readTransfer(head, rest, context);
    case 'pay':
      return readPay(head, rest, context);
    case 'afford':
      return readAffordCommand(head, rest, { entry, context });
    case 'alert':
      return readAlert(head, rest, context);
    case 'quiet':
      return readQuiet(head, rest, context);
    case 'confirm':
      return readConfirm(rest);
    case 'help':
      return readHelp(head, rest, context);
    default:
      return intent satisfies never;
  }
}

/** `CAN 60`, `#can`. A word of everyday talk is a command only with an amount or with `#`. */
function readAffordCommand(
  head: Token,
  rest: readonly Token[],
  { entry, context }: { readonly entry: WordEntry; readonly context: CommandContext },
): CommandReading | undefined {
  const { grammar, shares, style } = context;
  const [first] = rest;
  if (!head.isHash && !(first && mayBeFigure(first.word, grammar.lexicon))) return undefined;
  const reading = readAffordRest(rest, {
    lexicon: grammar.lexicon,
    language: entry.language,
    style,
    shares,
  });
  if (!reading) return undefined;
  const isBare = reading.intent === 'afford' && reading.amount === undefined;
  return isBare && !head.isHash ? undefined : whole(reading);
}

/** Whether a word is a figure or begins a number in words. */
function mayBeFigure(word: string, { numbers: { forms } }: Lexicon): boolean {
  if (hasFigure(word)) return true;
  const [start = ''] = word.split('-');
  for (const { numbers, parts } of forms.values())
    if (numbers.has(start) || parts.oneBeforeScale.has(word) || parts.oneBeforeUnit.has(word))
      return true;
  return false;
}

interface PlainText {
  readonly head: Token;
  readonly rest: readonly Token[];
  readonly lexicon: Lexicon;
}

/** Reads what follows a word that alone is a command. */
function readPlain(
  intent: PlainCommand,
  { head, rest, lexicon }: PlainText,
): CommandReading | undefined {
  if (intent === 'contact') return readContact(head, rest, lexicon);
  if (intent === 'stop') return readStop(rest, lexicon);
  const isAnswer = intent === 'decline' || intent === 'affirm';
  const means = ({ word }: Token) =>
    isAnswer ? isThanking(word, lexicon) : lexicon.arguments.fillers.has(word);
  return rest.every(means) ? whole({ intent }) : undefined;
}

/** Commands that may follow a verb such as `check`, `list` or `last`. */
const subjects: ReadonlySet<CommandName> = new Set<CommandName>([
  'balance',
  'history',
  'deposits',
  'withdrawals',
  'checks',
  'holds',
  'accounts',
  'limits',
  'details',
]);

/** `check my balance`, `list account`, `last 3 deposits`, `mini statement`: the first word is a verb for the second. */
function readVerb(
  head: Token,
  rest: readonly Token[],
  context: CommandContext,
): CommandReading | undefined {
  const {
    arguments: { fillers },
    commands,
  } = context.grammar.lexicon;
  if (!commands.verbHeads.has(head.word)) return undefined;
  const left = rest.filter(
    ({ word }) => !fillers.has(word) || context.grammar.words.get(word)?.intent === 'accounts',
  );
  const looked = readLook(head, rest, context);
  if (looked) return looked;
  const [first] = left;
  const isCount = commands.lastHeads.has(head.word) && /^\d{1,2}$/.test(first?.word ?? '');
  const at = isCount ? 1 : 0;
  const subject = left[at];
  const entry = subject && context.grammar.words.get(subject.word);
  if (!subject || !entry || !subjects.has(entry.intent)) return undefined;
  // `check chk` means a check of the checking account; `last chk` means its latest entries.
  if (context.shares.name([subject])?.isSure === true) return undefined;
  const inner = readCommand(
    entry,
    { ...subject, isHash: head.isHash },
    left.slice(at + 1),
    context,
  );
  if (!inner || !isCount) return inner;
  const { reading } = inner;
  const isList =
    reading.intent === 'history' ||
    reading.intent === 'deposits' ||
    reading.intent === 'withdrawals' ||
    reading.intent === 'checks';
  return isList ? { ...inner, reading: { ...reading, count: Number(first?.word) } } : undefined;
}

/** `check my checking account`: a look at one's own share asks for its balance. `check chk` asks for that account's checks. */
function readLook(
  head: Token,
  rest: readonly Token[],
  { shares, grammar: { lexicon } }: CommandContext,
): CommandReading | undefined {
  const { looking, mine } = lexicon.questions;
  if (head.isHash || !looking.has(head.word) || !rest.some(({ word }) => mine.has(word)))
    return undefined;
  const { fillers } = lexicon.arguments;
  const named = shares.name(rest.filter(({ word }) => !fillers.has(word)));
  return named?.isSure ? whole({ intent: 'balance', account: named.account }) : undefined;
}

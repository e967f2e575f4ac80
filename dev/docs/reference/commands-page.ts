import { commandNames } from '../../../src/kernel/vocabulary/intent.ts';
import { toJson } from '../../../src/reading/to-json.ts';
import { languages, type Language } from '../../../src/kernel/vocabulary/language.ts';
import { packs } from '../../../src/languages/index.ts';
import { commandWords, lexicon, read } from '../../../src/languages/reading.ts';
import type { Topic } from '../../../src/reading/lexicon/question-words.ts';
import type { ReadingContext } from '../../../src/reading/reading.ts';

/** Renders the reference of commands from the tables that reading uses. */
export function commandsPage(): string {
  return [
    introduction,
    wordsTable(),
    argumentsPart(),
    ordersPart(),
    figuresPart(),
    freePart(),
    slipsPart,
    `${[...lexicon.commands.ordinary].join(' ')}\n`,
    outcomes,
    stopPart,
    rulesPart(),
  ].join('\n');
}

const introduction = `# Commands

What a member may say, in English, French and Spanish. \`tmm parse [--shares 7,0,S01] [--language en|fr|es] "TEXT"\` prints how a text is read, as one line of JSON. Reading is a pure function of the text, the member's shares and language, and the institution's words: the same text always gives the same reading.

Case, accents, extra spaces and punctuation do not matter; \`#\` before a word is welcome and never needed. What carries meaning stays: a leading \`-\` makes an amount negative (and refused), and a lone \`?\` is help. Zero-width and directional marks mean nothing; full-width letters and digits are read as plain ones; digits of other scripts are no figures. A text of more than 400 characters is no command. A text typed into the wrong box keeps its prefix: \`d myvcu #bal\` and \`@myvcu #bal\` are read past it.

This page is generated from the tables by which texts are read; \`TMM_WRITE_DOCS=1 npx vitest run dev/docs\` writes it again.

## Words

Each begins a command. An institution may add words, remove them, or rename them (remove one, add another); words of carriers (\`STOP\`, \`START\`, \`HELP\` and their like) stay.
`;

function wordsTable(): string {
  const cell = (words: readonly string[]) => words.map((word) => `\`${word}\``).join(' ');
  const columns = languages.map((language) => packs[language].englishName);
  const rows = commandNames.map((intent) => {
    const cells = languages.map((language) => cell(commandWords(intent, language)));
    return `| ${[intent, cell(commandWords(intent)), ...cells].join(' | ')} |`;
  });
  return `| intent | any language | ${columns.join(' | ')} |
|---|---|${'---|'.repeat(columns.length)}
${rows.join('\n')}
| choose | a bare \`1\` to \`9\`, while a list waits |${' |'.repeat(columns.length)}

\`tran\` and \`tr\` are history, unless a complete transfer follows: \`tran house\`, \`tran 50 7 0\`. After \`check\`, \`list\`, \`last\` and \`mini\` another command's word is what is meant: \`check my balance\`, \`list account\`, \`last 3 deposits\`. A bare four digits are a confirmation, and mean something only while one is pending; any other bare number is unknown. A bare \`YES\` is a word of carriers and never confirms: it is answered with what to send.
`;
}

function argumentsPart(): string {
  const kinds = new Map<string, string[]>();
  for (const [word, kind] of lexicon.arguments.kindOf) {
    kinds.set(kind, [...(kinds.get(kind) ?? []), word]);
  }
  const rows = [...kinds].map(
    ([kind, words]) => `| \`${kind}\` | ${words.map((word) => `\`${word}\``).join(' ')} |`,
  );
  return `## Shares

A share is named by its suffix (\`7\`, \`S01\`), its nickname or the beginning of one, or its kind. Words for kinds come out in English, other names as typed.

| comes out as | words |
|---|---|
${rows.join('\n')}

Without the member's shares the form decides: one digit, letters with digits (\`S01\`), the letters S, C, L and any name are shares; two digits or more, decimals or a currency sign are an amount, where one can be meant (\`bal 12\` and \`check 42\` name shares). With them, only theirs count, and what is none of theirs is answered by saying so. One or two digits may be glued to a word of balance, history, deposits or withdrawals (\`bal7\`, \`TXC2\`), never to one that moves money or locks. After \`check\`, three digits or more are a check's number. In a sentence whose shares are not known, the last word after \`in\` or \`on\` is a name (\`how much do i have in vacation\`).

A number that follows a share is a count (\`hist 7 10\`), as is one of two digits where a list is asked for (\`hist 10\`), what stands after \`last\` and before a share or its noun (\`last 5 on checking\`), and what stands inside \`L5T\`, \`L5D\`, \`L5W\`, \`L5C\`.
`;
}

function ordersPart(): string {
  return `## Transfers

${examples([
  ['#trans 50 7 0'],
  ['#trans 7 0 50'],
  ['XFER 50 FROM house TO fun'],
  ['transfer from savings to checking $1,250.00'],
  ['XFR 25 TO savings'],
  ['TRANS 400'],
  ['#trans 50 70', { shares: [{ suffix: '7' }, { suffix: '0' }] }],
  ['#trans 7 1 5', { shares: [{ suffix: '7' }, { suffix: '1' }] }],
  ['#trans 5 7 1'],
  ['#trans 400 7'],
  ['transfer 50 between checking and savings'],
  ['#trans 50 7 7'],
  ['transfer 50 to mom'],
])}

Every order of amount and shares is tried, and an order is chosen only if exactly one fits; where two do, the member is asked. \`FROM\` is also \`de\`, \`du\`, \`depuis\`, \`del\`, \`desde\`; \`TO\` is also \`into\`, \`in\`, \`à\`, \`au\`, \`vers\`, \`sur\`, \`dans\`, \`a\`, \`al\`, \`hacia\`, \`para\`, \`en\` and an arrow.

Everyday talk uses ${[...lexicon.commands.everydayOrders].map((word) => `\`${word}\``).join(', ')} too: after these a share must be a suffix, a kind or a name that the member's shares have. After them and after \`transfer\` and its like, two other names are taken only in the strict shape \`transfer 50 from house to fun\`, and then asked about; so is an amount alone after a word of everyday talk (\`move 400\`). Words that say nothing else (\`xfer\`, \`trans\`…) and \`#\` take any name.

\`pay\` is read with \`#\` or \`@\`, and refused as not offered.
`;
}

function figuresPart(): string {
  return `## Amounts

${examples([
  ['#trans 50.5 S01 S02'],
  ['#trans $1,250.00 S01 S02'],
  ['virement 20,50 de 7 vers 0'],
  ['virement 1 250,00 $ de 7 vers 0'],
  ['pasar 1.250,00 de 7 a 0'],
  ['#trans 1.250 7 0'],
  ['virement 1,250 de 7 vers 0'],
  ['#trans -50 7 0'],
  ['#trans 0 7 0'],
  ['#trans 50.505 7 0'],
  ['#trans 1e3 7 0'],
  ['#trans 99999999999999999999 7 0'],
])}

A figure is read as the member's language writes it, or else the command's own words. One that is written for another language, or on which the two disagree, is refused and never guessed, unless only decimals can be meant (\`20,50\`). Signs and words of money beside a figure (\`$\`, \`€\`, \`£\`, \`USD\`, \`CAD\`, \`MXN\`, \`GBP\`, \`dollars\`, \`bucks\`, \`euros\`, \`pesos\`) change nothing where they can mean the institution’s currency; an order in another is refused (\`amount_foreign\`), since nothing is converted. Cents and other signs are refused or not understood.
`;
}

function freePart(): string {
  const row = (
    { intent, phrases, isWeak, isBare, needsNumber }: Topic,
    language: Language,
  ): string =>
    `| ${intent} | ${language} | ${phrases.join(', ')} | ${[
      isWeak && 'gives way to other topics',
      isBare && 'no wishes',
      needsNumber && 'with a number',
    ]
      .filter((note) => typeof note === 'string')
      .join('; ')} |`;
  return `## Free wording

A sentence is a question about a topic when it names that topic, and every other word of it is a share, a count, or one of the words that frame a question and change nothing. One other word, and it is about something else.

| topic | language | named by | |
|---|---|---|---|
${lexicon.questions.frames
  .flatMap(({ language }) =>
    (packs[language].reading.questions.topics ?? []).map((topic) => row(topic, language)),
  )
  .join('\n')}

${lexicon.questions.frames
  .map(
    ({ language, framing, telling, wishing }) =>
      `Framing words (${language}): ${[...framing].join(' ')}. Asking to be told: ${[...telling].join(' ')}. Wishing: ${[...wishing].join(' ')}.`,
  )
  .join('\n\n')}

An order in free wording is courtesy, a verb, an amount (in words too) and shares by suffix, kind or known name, with nothing left over. Questions about transfers (\`how do I\`, \`can I\`, \`did my\`) are no orders. After polite wording, for amounts in words and where an order is put in two steps (\`take 50 from savings and put it in checking\`), the member is asked first.

${examples([
  ["What's my balance?"],
  ['how much do i have in savings'],
  ['show my last 3 deposits'],
  ['did check 1042 clear?'],
  ['move $20 from checking to savings'],
  ['can you move twenty dollars from checking to savings please'],
  ['can i move $20 from checking to savings'],
  ['send 20 dollars to mom'],
  ['mes 5 dernières opérations'],
  ['¿cuánto tengo en ahorros?'],
])}
`;
}

const slipsPart = `## Slips

The first word of what otherwise has a command's whole shape may be mistyped: at least 4 letters, one wrong, missing, too many or swapped (two from 7 letters on), one nearest command only. Names of shares are never mended. After a slip in a word that transfers, pays or locks the member is asked first. These ordinary words are what they are:
`;

const outcomes = `## What else may come out

- \`{"intent":"refused","reason":"…"}\`: by the grammar \`amount_malformed\`, \`amount_not_positive\`, \`amount_too_large\`, \`same_account\`, \`share_not_found\` or \`pay_not_offered\`; all reasons are in [refusals.md](refusals.md).
- \`{"intent":"ambiguous","readings":[…]}\`: an order that can be meant in two ways. It never moves money; the member is asked.
- \`{"intent":"unknown","suggestion":"#bal"}\`: not understood, with one near command where there is one. A suggestion is never carried out.

Asked first, whatever the amount: \`tran\` as a transfer, slips in words that move money or lock, polite orders, amounts in words, mere names after \`transfer\` and \`move\`, \`move 400\`, and locking in a sentence.
`;

const stopPart = `## Words of carriers

\`STOP\` and any reasonable wording of it opt out, in each language, and are never bank commands; \`stop payment on check 1042\` is no STOP and goes to a person. \`CANCEL\`, \`END\` and \`QUIT\` opt out too, since carriers act on them; only on X, while something waits for an answer, \`CANCEL\` declines that and no more. \`NO\` declines everywhere.

${examples([
  ['STOP SMS'],
  ['please stop texting me'],
  ['pas plus de messages'],
  ['no más mensajes'],
  ['CANCEL'],
  ['stop payment on check 1042'],
  ['UNSTOP'],
  ['yes'],
])}
`;

function rulesPart(): string {
  const { people, stop, service } = lexicon.freeRules;
  const rules = [...people, ...stop, ...service];
  return `## Rules of free wording

For texts that go to people, opt out, lock or ask for help. Each is a pattern for a whole sentence in lower case without accents and punctuation but apostrophes; the first that matches decides, questions by topic coming after those of \`stop\`.

${rules.map(({ intent, language, pattern }) => `- ${intent}, ${language}: \`\` ${pattern.source} \`\``).join('\n')}
`;
}

function examples(list: readonly (readonly [string, ReadingContext?])[]): string {
  const rows = list.map(([text, context]) => {
    const understood = read(text, context ?? {});
    const shares = context?.shares?.map(({ suffix }) => suffix).join(',');
    const note = [
      shares === undefined ? '' : `with shares ${shares}`,
      understood.confirm ? 'asks first' : '',
    ].filter(Boolean);
    return `| \`${text}\` | \`${toJson(understood)}\` | ${note.join('; ')} |`;
  });
  return `| text | reading | |\n|---|---|---|\n${rows.join('\n')}`;
}

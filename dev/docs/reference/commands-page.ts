import { answerTopics } from '../../../src/kernel/vocabulary/answer-topic.ts';
import { commandNames } from '../../../src/kernel/vocabulary/intent.ts';
import { toJson } from '../../../src/reading/to-json.ts';
import { loanQuestions } from '../../../src/kernel/vocabulary/loan-question.ts';
import { languages, type Language } from '../../../src/kernel/vocabulary/language.ts';
import { packs } from '../../../src/languages/index.ts';
import { commandWords, lexicon, read } from '../../../src/languages/reading.ts';
import type { Topic } from '../../../src/reading/lexicon/question-words.ts';
import type { ReadingContext } from '../../../src/reading/reading.ts';

/** The day on which this page reads its examples. */
const pageDay = Temporal.PlainDate.from('2026-11-30');

/** Renders the reference of commands from the tables that reading uses. */
export function commandsPage(): string {
  return [
    introduction,
    wordsTable(),
    argumentsPart(),
    ordersPart(),
    figuresPart(),
    freePart(),
    limitsPart(),
    answersPart(),
    slipsPart,
    `${[...lexicon.commands.ordinary].join(' ')}\n`,
    outcomes,
    stopPart,
    rulesPart(),
  ].join('\n');
}

const introduction = `# Commands

Everything that a member may send, in English, French and Spanish. \`tmm parse [--shares 7,0,S01] [--language en|fr|es] [--today 2026-11-30] "TEXT"\` prints the reading of a text as one line of JSON. Reading is a pure function of the text, the member's accounts and language, the institution's words, and for periods the day in the institution's zone: the same text always gives the same reading on that day.

Case, accents, extra spaces and punctuation do not matter. \`#\` before a word is optional. Two signs keep their meaning: a leading \`-\` makes an amount negative (and refused), and a lone \`?\` is help. Zero-width and directional marks mean nothing. Full-width letters and digits count as plain ones; digits of other scripts are no figures. A text of more than 400 characters is no command. Reading skips the prefix of a text typed into the wrong box: \`d myvcu #bal\` and \`@myvcu #bal\`.

This page is generated from the tables that reading uses; \`TMM_WRITE_DOCS=1 npx vitest run dev/docs\` writes it again.

## Words

Each starts a command. An institution may add, remove or rename words (remove one, add another). The carriers' words (\`STOP\`, \`START\`, \`HELP\` and the like) stay.
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

\`tran\` and \`tr\` are history, unless a complete transfer follows: \`tran house\`, \`tran 50 7 0\`. After \`check\`, \`list\`, \`last\` and \`mini\` another command's word decides: \`check my balance\`, \`list account\`, \`last 3 deposits\`. Four bare digits are a confirmation, and mean something only while one is pending. Any other bare number is unknown. A bare \`YES\` is a carriers' word and never confirms: the reply says what to send.
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
  return `## Accounts

Members name an account by its suffix (\`7\`, \`S01\`), its nickname or the beginning of one, or its kind. The reading has kinds in English, and other names as typed.

| reading | words |
|---|---|
${rows.join('\n')}

Without the member's accounts, the form decides: one digit, letters with digits (\`S01\`), the letters S, C, L and any name are accounts. Two digits or more, decimals or a currency sign are an amount, if the command can have one (\`bal 12\` and \`check 42\` name accounts). With them, only the member's own count, and the reply says if a name is none of these. One or two digits may follow a word of balance, history, deposits or withdrawals without a space (\`bal7\`, \`TXC2\`), but never a word that moves money or locks. After \`check\`, three digits or more are a check's number. In a sentence with unknown accounts, the last word after \`in\` or \`on\` is a name (\`how much do i have in vacation\`).

A number after an account is a count (\`hist 7 10\`). So is a number of two digits in a request for a list (\`hist 10\`), a number between \`last\` and an account or its noun (\`last 5 on checking\`), and a number inside \`L5T\`, \`L5D\`, \`L5W\`, \`L5C\`.
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

Reading tries every order of amount and accounts, and chooses one only if no other fits. If two fit, we ask the member. \`FROM\` is also \`de\`, \`du\`, \`depuis\`, \`del\`, \`desde\`; \`TO\` is also \`into\`, \`in\`, \`à\`, \`au\`, \`vers\`, \`sur\`, \`dans\`, \`a\`, \`al\`, \`hacia\`, \`para\`, \`en\` and an arrow.

Everyday talk uses ${[...lexicon.commands.everydayOrders].map((word) => `\`${word}\``).join(', ')} too. After these, an account must be a suffix, a kind or a name of the member's accounts. After them and after \`transfer\` and the like, two other names count only in the strict form \`transfer 50 from house to fun\`, and then we ask. We also ask about an amount alone after a word of everyday talk (\`move 400\`). Words without another meaning (\`xfer\`, \`trans\`…) and \`#\` accept any name.

\`pay\` counts with \`#\` or \`@\`, and is refused as not offered.
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

Reading takes a figure in the notation of the member's language, or else of the command's own words. We refuse a figure in another language's notation, or one on which the two disagree, and never guess, unless it can only have decimals (\`20,50\`). Signs and words of money next to a figure (\`$\`, \`€\`, \`£\`, \`USD\`, \`CAD\`, \`MXN\`, \`GBP\`, \`dollars\`, \`bucks\`, \`euros\`, \`pesos\`) change nothing if they can mean the institution’s currency. An order in another is refused (\`amount_foreign\`), since we convert nothing. Cents and other signs are refused or not understood.
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

A sentence is a question about a topic if it names that topic, and all its other words are accounts, counts, or words that frame a question and change nothing. With any other word, it is about something else.

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
      `Framing words (${language}): ${[...framing].join(' ')}. Asking for information: ${[...telling].join(' ')}. Wishing: ${[...wishing].join(' ')}.`,
  )
  .join('\n\n')}

An order in free wording is courtesy, a verb, an amount (in words too) and accounts by suffix, kind or known name, with nothing left over. Questions about transfers (\`how do I\`, \`can I\`, \`did my\`) are no orders. After polite wording, for amounts in words and for an order in two steps (\`take 50 from savings and put it in checking\`), we ask the member first.

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

function limitsPart(): string {
  const { slots } = lexicon;
  const spoken = languages.map(
    (language) => [packs[language].englishName, packs[language].reading.slots] as const,
  );
  const row = (what: string, words: (pack: (typeof spoken)[number][1]) => string | undefined) =>
    `| ${what} | ${spoken.map(([, pack]) => (words(pack) ?? '').replace(/\s+/g, ' ').replaceAll('|', ' / ')).join(' | ')} |`;
  return `## Periods, amounts, merchants

What limits the answer to a question about history, deposits, withdrawals, checks, holds or a balance may stand anywhere in the text. Rules find it, and what is left must be a command or a question by itself. The reading has the limits as fields:

| field | meaning |
|---|---|
| \`since\`, \`until\` | the first and the last day, both included. Weeks begin on Sunday. What has no year is the latest that has begun. A balance is that at the end of the last day |
| \`find\` | a merchant or a category, as typed |
| \`over\`, \`under\`; \`min\`, \`max\` | bounds of the amount, without it or with it |
| \`sum\` | add them up: money that left all accounts, or came in, without own transfers and loan payments; refunds and holds are said apart. Without a period: the last 30 days, or for one merchant or category the last 12 months |
| \`most\` | the greatest first |
| \`least\` | the smallest first |
| \`count\` | so many |
| \`accounts\` | several accounts, where \`account\` has one |
| \`unapplied\` | heard as a limit, and no answer can apply it; the answer says so |

${examples([
  ['hist 7 since nov 1', { today: pageDay }],
  ['FIND walmart', { today: pageDay }],
  ['deposits over 500 this year', { today: pageDay }],
  ['how much did I spend at schnucks last month', { today: pageDay }],
  ['biggest purchase in october', { today: pageDay }],
  ['smallest purchase in october', { today: pageDay }],
  ['last five', { today: pageDay }],
  ['balance in savings and checking', { today: pageDay }],
  ['balance yesterday', { today: pageDay }],
  ['why is SHELL pending', { today: pageDay }],
  ['hist 7 since christmas', { today: pageDay }],
  ['cuánto gasté en walmart el mes pasado', { today: pageDay }],
  ["combien j'ai dépensé chez metro le mois dernier", { today: pageDay }],
  ['50 to vacation', { shares: [{ suffix: '0', kind: 'savings', nickname: 'Vacation' }] }],
])}

The examples are read on ${pageDay.toString()}. \`3/10\` is March 10 for members whose language writes months first, and October 3 for those who write days first. An amount and accounts with *to* between them (\`50 to vacation\`) is an order only if the member has the accounts and it is the whole text; we always ask first. After ${[...slots.findHeads.keys()].map((word) => `\`${word}\``).join(', ')} come at most two words of a merchant's name.

| | ${spoken.map(([name]) => name).join(' | ')} |
|---|${'---|'.repeat(spoken.length)}
${[
  row('periods', ({ periods = {} }) => Object.values(periods).join(', ')),
  row('before a period', ({ links = {} }) => Object.values(links).join(', ')),
  row('before an amount', ({ bounds = {} }) => Object.values(bounds).join(', ')),
  row('after an amount', ({ boundsAfter = {} }) => Object.values(boundsAfter).join(', ')),
  row('the greatest', ({ most }) => most),
  row('the smallest', ({ least }) => least),
  row('sums', ({ sums }) => sums),
  row('before a merchant', ({ findLeads }) => findLeads),
  row('heard, not applied', ({ unapplied }) => unapplied),
].join('\n')}
`;
}

function answersPart(): string {
  const wholes = (asked: string) =>
    languages
      .map((language) => {
        const texts = [...lexicon.answers.wholes].filter(
          ([, one]) =>
            one.language === language && (one.asked.topic ?? `loan: ${one.asked.ask}`) === asked,
        );
        return texts.map(([text]) => `\`${text}\``).join(' ');
      })
      .join(' | ');
  const names = [
    ...answerTopics.filter((topic) => topic !== 'branches'),
    ...loanQuestions.map((ask) => `loan: ${ask}`),
  ];
  const columns = languages.map((language) => packs[language].englishName);
  return `## Common questions and loans

A question about one of these topics gets a fixed text (\`answer\`): the institution's own from its setting \`answers\`, or [ours](replies.md). A question about a loan's payment, due date, payoff or rate (\`loan\`) is answered from the loan's terms. Where the books don't have them, the answer says so and names the telephone. A text that only mentions a topic is none of these: it must ask or wish for something, or consist of the topic alone. Questions about branches and cash machines, and for the routing number, are \`contact\`, and have texts of their own.

These whole texts ask about a topic, besides questions in free wording (\`src/languages/*/reading/answers.ts\` has the patterns):

| topic | ${columns.join(' | ')} |
|---|${'---|'.repeat(columns.length)}
${names.map((name) => `| ${name} | ${wholes(name)} |`).join('\n')}

${examples([
  ['what are your fees?'],
  ['my card was declined'],
  ['¿cuál es el número de ruta?'],
  ["j'ai oublié mon nip"],
  ['is this really you?'],
  ['where is the nearest branch'],
  ['when is my loan payment due', { shares: [{ suffix: '7' }, { suffix: '3', kind: 'loan' }] }],
  ['¿qué tasa tiene mi préstamo?'],
  ['i paid the fee already'],
])}
`;
}

const slipsPart = `## Slips

The first word of a text with a command's whole form may be mistyped: at least 4 letters, one wrong, missing, extra or swapped (two from 7 letters on), and only one nearest command. Where the word is the whole text, the first letter must be right, and a wrong letter must be beside the right one on the keyboard or sound like it: \`nice\` is no \`nick\`. We never correct names of accounts. After a slip in a word that transfers, pays or locks, we ask the member first. These ordinary words are never slips:
`;

const outcomes = `## Other readings

- \`{"intent":"refused","reason":"…"}\`: the grammar gives \`amount_malformed\`, \`amount_not_positive\`, \`amount_too_large\`, \`same_account\`, \`share_not_found\` or \`pay_not_offered\`; all reasons are in [refusals.md](refusals.md).
- \`{"intent":"ambiguous","readings":[…]}\`: an order with two possible meanings. It never moves money: we ask the member.
- \`{"intent":"unknown","suggestion":"#bal"}\`: not understood, with one similar command if there is one. We never carry out a suggestion.

We ask first, for any amount: \`tran\` as a transfer, slips in words that move money or lock, polite orders, amounts in words, mere names after \`transfer\` and \`move\`, \`move 400\`, and locking in a sentence.
`;

const stopPart = `## Carriers' words

\`STOP\` and any reasonable wording of it opt out, in each language, and are never bank commands; \`stop payment on check 1042\` is no STOP and goes to staff. \`CANCEL\`, \`END\` and \`QUIT\` opt out too, since carriers act on them; only on X, while something waits for an answer, \`CANCEL\` declines that and no more. \`NO\` declines everywhere.

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

For texts that go to staff, opt out, lock or ask for help. Each is a pattern for a whole sentence in lower case, without accents and punctuation except apostrophes. The first match decides. Questions by topic come after the rules of \`stop\`.

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

import { parseArgs } from 'node:util';
import { isLanguage } from '../../kernel/vocabulary/language.ts';
import { read } from '../../languages/reading.ts';
import type { ReadingContext } from '../../reading/reading.ts';
import { toJson } from '../../reading/to-json.ts';
import { print } from '../print.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';

export const parseSubcommand: Subcommand = {
  name: 'parse',
  help: `
tmm parse [--shares 7,0,S01] [--language en|fr|es] [--today 2026-11-30] "TEXT"
tmm parse … -       reads one text per line from standard input, prints one line of JSON each

The same text always gives the same reading; a period also depends on today, the clock's day unless --today gives another.
docs/reference/commands.md lists the commands.`,
  run: async (words) => {
    const { values, positionals } = parseArgs({
      args: guarded(words),
      allowPositionals: true,
      options: {
        shares: { type: 'string' },
        language: { type: 'string' },
        today: { type: 'string' },
      },
    });
    const context = contextOf(values);
    const show = (text: string) => print(toJson(read(text, context)));
    if (positionals.length === 0) throw new UsageError('give a text, or - to read one per line');
    if (positionals.length > 1 || positionals[0] !== '-') {
      show(positionals.join(' '));
      return 0;
    }
    for await (const line of linesOf(process.stdin)) show(line);
    return 0;
  },
};

/** Only a line feed ends a line. Other separators (U+2028, a lone CR) can be part of a text. */
async function* linesOf(input: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}

/** A text may begin with a dash, and options may follow it. Everything after `--` is text. */
function guarded(words: readonly string[]): string[] {
  const options: string[] = [];
  const text: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '--') {
      text.push(...words.slice(at + 1));
      break;
    }
    const isOption = word === '--shares' || word === '--language' || word === '--today';
    if (isOption) {
      options.push(word, words[at + 1] ?? '');
      at += 1;
    } else if (/^--(?:shares|language|today)=/.test(word)) options.push(word);
    else text.push(word);
  }
  return [...options, '--', ...text];
}

function contextOf({
  shares,
  language,
  today,
}: {
  shares?: string | undefined;
  language?: string | undefined;
  today?: string | undefined;
}): ReadingContext {
  if (language !== undefined && !isLanguage(language))
    throw new UsageError('--language must be en, fr or es');
  return {
    today: dayOf(today),
    ...(language === undefined ? {} : { language }),
    // We know only their suffixes here.
    ...(shares === undefined
      ? {}
      : {
          shares: shares
            .split(',')
            .filter((suffix) => suffix.trim() !== '')
            .map((suffix) => ({ suffix: suffix.trim() })),
        }),
  };
}

function dayOf(today: string | undefined): Temporal.PlainDate {
  if (today === undefined) return Temporal.Now.plainDateISO();
  try {
    return Temporal.PlainDate.from(today);
  } catch {
    throw new UsageError('--today must be a day, such as 2026-11-30');
  }
}

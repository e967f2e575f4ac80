import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { isLanguage } from '../../language/language.ts';
import { read } from '../../language/read.ts';
import type { ReadingContext } from '../../language/reading.ts';
import { toJson } from '../../language/to-json.ts';
import { print } from '../print.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';

export const parseSubcommand: Subcommand = {
  name: 'parse',
  help: `
tmm parse [--shares 7,0,S01] [--language en|fr|es] "TEXT"
tmm parse … -       one text a line from standard input, one line of JSON each

Reading is a pure function: the same text always gives the same reading. docs/reference/commands.md lists what is understood.`,
  run: async (words) => {
    const { values, positionals } = parseArgs({
      args: guarded(words),
      allowPositionals: true,
      options: { shares: { type: 'string' }, language: { type: 'string' } },
    });
    const context = contextOf(values);
    const show = (text: string) => print(toJson(read(text, context)));
    if (positionals.length === 0) throw new UsageError('give a text, or - to read one a line');
    if (positionals.length > 1 || positionals[0] !== '-') {
      show(positionals.join(' '));
      return 0;
    }
    for await (const line of createInterface({
      input: process.stdin,
      crlfDelay: Number.POSITIVE_INFINITY,
    }))
      show(line);
    return 0;
  },
};

/** A text that begins with a dash is a text: what follows the options stands behind `--`. */
function guarded(words: readonly string[]): string[] {
  const result: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const isOption = word === '--shares' || word === '--language';
    if (!isOption && !/^--(?:shares|language)=/.test(word))
      return [...result, ...(word === '--' ? [] : ['--']), ...words.slice(at)];
    result.push(word);
    if (isOption) {
      at += 1;
      result.push(words[at] ?? '');
    }
  }
  return result;
}

function contextOf({
  shares,
  language,
}: {
  shares?: string | undefined;
  language?: string | undefined;
}): ReadingContext {
  if (language !== undefined && !isLanguage(language))
    throw new UsageError('--language is en, fr or es');
  return {
    ...(language === undefined ? {} : { language }),
    // Only their suffixes are known here.
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

import type { AnswerTopic } from '../../kernel/vocabulary/answer-topic.ts';
import type { Language } from '../../kernel/vocabulary/language.ts';
import type { LoanQuestion } from '../../kernel/vocabulary/loan-question.ts';
import { anyOf, wordsOf, type Words } from './tables.ts';

/** How texts ask about one topic. All patterns are tried on a text as `flatten` returns it. */
export interface AnswerRule {
  /** A text without any of these words is about something else. This saves the patterns for the few texts that need them. */
  readonly cues: Words;
  /** Texts that consist of the topic alone, separated by commas. */
  readonly whole?: string;
  /** Names the topic. The text must also ask or wish for something. */
  readonly about?: RegExp;
  /** Asks about the topic, whatever else the text says. */
  readonly sure?: RegExp;
  /** The same words about something else. */
  readonly unless?: RegExp;
}

/** A pack's words for questions that fixed texts answer, and for questions about loans. */
export interface AnswerWords {
  /** A question or a wish: a statement that only mentions a topic asks nothing. */
  readonly asking: RegExp;
  readonly topics: Readonly<Record<Exclude<AnswerTopic, 'branches'>, AnswerRule>>;
  /** What a question about our places names: it is read as `contact`, and its answer may be about branches and ATMs only. */
  readonly branches: RegExp;
  /** What names the routing number: a question for it is `contact` too, and its answer that about direct deposit. */
  readonly routing: RegExp;
  readonly loans: Readonly<Record<LoanQuestion, AnswerRule>>;
}

/** What a text asks. */
export type Asked =
  | { readonly topic: AnswerTopic; readonly ask?: never }
  | { readonly ask: LoanQuestion; readonly topic?: never };

/** A rule with what it reads. Rules are tried in the order of `place`. */
export interface PlacedRule extends Pick<AnswerRule, 'about' | 'sure' | 'unless'> {
  readonly place: number;
  readonly language: Language;
  readonly asking: RegExp;
  readonly asked: Asked;
}

export interface AnswerLexicon {
  readonly byCue: ReadonlyMap<string, readonly PlacedRule[]>;
  readonly branches: RegExp;
  readonly routing: RegExp;
  readonly wholes: ReadonlyMap<string, { readonly asked: Asked; readonly language: Language }>;
  /** The most characters of one of these. */
  readonly wholeMax: number;
}

/** A question about the member's own loan comes before the topics: `my loan's rate` is no question about our rates. */
export function compileAnswers(
  packs: readonly { readonly language: Language; readonly answers?: AnswerWords }[],
): AnswerLexicon {
  const byCue = new Map<string, PlacedRule[]>();
  const wholes = new Map<string, { asked: Asked; language: Language }>();
  let place = 0;
  const spoken = packs.flatMap(({ language, answers }) =>
    answers ? [{ language, ...answers }] : [],
  );
  for (const { language, asking, loans, topics } of spoken) {
    const rules: [Asked, AnswerRule][] = [
      ...entriesOf(loans).map(([ask, rule]): [Asked, AnswerRule] => [{ ask }, rule]),
      ...entriesOf(topics).map(([topic, rule]): [Asked, AnswerRule] => [{ topic }, rule]),
    ];
    for (const [asked, { cues, whole = '', ...patterns }] of rules) {
      for (const text of whole.split(',').map((one) => one.trim()))
        if (text !== '' && !wholes.has(text)) wholes.set(text, { asked, language });
      place += 1;
      for (const cue of wordsOf(cues)) {
        const placed: PlacedRule = { ...patterns, place, language, asking, asked };
        const known = byCue.get(cue);
        if (known) known.push(placed);
        else byCue.set(cue, [placed]);
      }
    }
  }
  const wholeMax = Math.max(0, ...[...wholes.keys()].map(({ length }) => length));
  return { byCue, wholes, wholeMax, ...anyOf(['branches', 'routing'], spoken) };
}

function entriesOf<Name extends string, Value>(
  record: Readonly<Record<Name, Value>>,
): [Name, Value][] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a closed record has no other keys
  return Object.entries(record) as [Name, Value][];
}

import type { AnswerTopic } from '../kernel/vocabulary/answer-topic.ts';
import type { LoanQuestion } from '../kernel/vocabulary/loan-question.ts';
import type { AnswerRule, AnswerWords } from '../reading/lexicon/answer-words.ts';

/** Wordings of one topic that tell a situation: `the chip on my card quit working`. */
interface Indirect {
  /** More words without which a text is about something else. */
  readonly cues: string;
  /** The text asks about the topic, whatever else it says. */
  readonly sure: RegExp;
}

/** A language's indirect wordings, by topic and by loan question. */
export interface IndirectAnswers {
  readonly topics: Readonly<Record<Exclude<AnswerTopic, 'branches'>, Indirect>>;
  readonly loans: Readonly<Record<LoanQuestion, Indirect>>;
}

/** Adds indirect wordings to a pack's answers. What a rule excludes stays excluded. */
export function withIndirect(answers: AnswerWords, indirect: IndirectAnswers): AnswerWords {
  return {
    ...answers,
    topics: widened(answers.topics, indirect.topics),
    loans: widened(answers.loans, indirect.loans),
  };
}

function widened<Name extends string>(
  rules: Readonly<Record<Name, AnswerRule>>,
  indirect: Readonly<Record<Name, Indirect>>,
): Record<Name, AnswerRule> {
  const all: Record<Name, AnswerRule> = { ...rules };
  for (const name in rules) all[name] = either(rules[name], indirect[name]);
  return all;
}

function either(rule: AnswerRule, { cues, sure }: Indirect): AnswerRule {
  const sources = [rule.sure, sure].flatMap((pattern) => (pattern ? [pattern.source] : []));
  return { ...rule, cues: `${rule.cues} ${cues}`, sure: new RegExp(sources.join('|')) };
}

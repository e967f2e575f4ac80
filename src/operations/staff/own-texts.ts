import { channelNames } from '../../kernel/vocabulary/channel.ts';
import { answerTopics, type AnswerTopic } from '../../kernel/vocabulary/answer-topic.ts';
import { isLanguage, type Language } from '../../kernel/vocabulary/language.ts';
import { Fault } from '../../kernel/fault.ts';
import { checkTexts, problemsOf } from '../../languages/check-texts.ts';
import { render } from '../../languages/wording.ts';
import type { Institution } from '../../members/institution.ts';
import { findSecrets } from '../../secrets/find-secrets.ts';
import { placeNames } from '../../wording/fill.ts';
import { voiceOf } from '../../wording/voice.ts';
import { widthOf } from '../../wording/width.ts';

/**
 * Refuses texts and answers of an institution that could not be used as they are. We would otherwise send our own, and nobody would
 * know why.
 * @throws Fault `texts_unusable`, which names each text and what is wrong with it
 */
export function assertTexts(institution: Institution, now: Temporal.Instant): void {
  const { texts = {} } = institution.settings;
  const problems = [
    ...checkTexts(texts),
    ...Object.entries(texts).flatMap(([key, versions]) =>
      Object.entries(versions).flatMap(([language, text]) =>
        numberProblems(text, institution).map((problem) => ({ key, language, problem })),
      ),
    ),
    ...answerProblems(institution, now),
  ].map(({ key, language, problem }) => `${key} (${language}): ${problem}`);
  if (problems.length > 0)
    throw new Fault({ code: 'texts_unusable', message: problems.join('; '), retryable: false });
}

function answerProblems(institution: Institution, now: Temporal.Instant) {
  const { answers = {} } = institution.settings;
  return answerTopics.flatMap((topic) =>
    Object.entries(answers[topic] ?? {}).flatMap(([language, text]) => {
      const key = `answer.${topic}` as const;
      const asWritten = [...problemsOf(key, text), ...numberProblems(text, institution)];
      const problems =
        asWritten.length > 0 || !isLanguage(language)
          ? asWritten
          : asSent(institution, { topic, language, text, now });
      return problems.map((problem) => ({ key, language, problem }));
    }),
  );
}

/** What is wrong with an answer once its places are filled: one without a value, or too long for one text message. */
function asSent(
  institution: Institution,
  {
    topic,
    language,
    text,
    now,
  }: {
    readonly topic: AnswerTopic;
    readonly language: Language;
    readonly text: string;
    readonly now: Temporal.Instant;
  },
): string[] {
  const { routingNumber } = institution.settings;
  if (routingNumber === undefined && placeNames(text).includes('routing'))
    return ['The place {routing} has no value: set routingNumber too'];
  const widths = channelNames.map((channel) => {
    const voice = voiceOf(institution, { language }, channel, now);
    return {
      room: voice.room,
      width: widthOf(render({ reply: 'answer', topic, routing: routingNumber }, voice)),
    };
  });
  const longest = widths.reduce((a, b) => (b.width > a.width ? b : a));
  return longest.width > longest.room
    ? [
        `With its places filled it takes ${longest.width} characters. At most ${longest.room} fit one text message with the code`,
      ]
    : [];
}

/** Numbers of phones as people write them, with their area; and the postal code after a state. */
const phone =
  /(?<![\d-])(?:\+?1[-. ]?)?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[-. ])[2-9]\d{2}[-. ]\d{4}(?![\d-])/g;
const postal = /\b[A-Z]{2} \d{5}-\d{4}\b/g;
const day = /\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{2,4})\b/g;
const money = /[$€£]\s?[\d.,]+|\b\d{1,3}(?:,\d{3})+(?:\.\d{2})?\b/g;

/** Six digits in a row, or nine across spaces and marks, are an account's or a card's number, or look like one. */
const long = /\d{6,}|\d(?:[\s./\-_]{0,3}\d){8,}/;

/**
 * What could be an account's or a card's number, a PIN or a code in a text that goes to every member. The institution's own phones
 * and routing number are none.
 */
function numberProblems(text: string, { settings }: Institution): string[] {
  const { phone: called, cardLine, routingNumber } = settings;
  const own = [called, cardLine, ...(routingNumber === undefined ? [] : [routingNumber])];
  const without = own
    .filter((number) => number !== '')
    .reduce((left, number) => left.replace(alone(number), ' '), text.normalize('NFKC'))
    .replace(/\{[a-z_]+\}/g, ' ')
    .replace(phone, ' ')
    .replace(postal, ' ')
    .replace(day, ' ')
    .replace(money, ' ');
  return long.test(without) || findSecrets(without).tells
    ? [
        'It contains what could be an account number, a card number or a secret. Of long numbers, only your phone and routing number are sent',
      ]
    : [];
}

/** The number where no other digit is beside it. */
function alone(number: string): RegExp {
  return new RegExp(`(?<!\\d[ -]?)${RegExp.escape(number)}(?![ -]?\\d)`, 'g');
}

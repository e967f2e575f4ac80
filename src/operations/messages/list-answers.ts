import { z } from 'zod';
import { answerTopics } from '../../kernel/vocabulary/answer-topic.ts';
import { channelNames } from '../../kernel/vocabulary/channel.ts';
import { render } from '../../languages/wording.ts';
import { packs } from '../../languages/index.ts';
import { voiceOf } from '../../wording/voice.ts';
import { operation } from '../operation.ts';

/** Lists what the institution answers to common questions, as messages say it. */
export const listAnswers = operation({
  id: 'listAnswers',
  method: 'GET',
  path: '/answers',
  tag: 'Messages',
  summary: 'Lists the institution’s answers to common questions, in the language of the request',
  access: 'anyone',
  input: z.strictObject({}),
  output: z.object({
    answers: z.array(z.object({ topic: z.enum(answerTopics), name: z.string(), text: z.string() })),
  }),
  refusals: [],
  run: async ({ institution, language, world }) => {
    const { routingNumber: routing } = institution.settings;
    // The same text on each channel: none of ours names the address.
    const voice = voiceOf(institution, { language }, channelNames[0], world.clock.now());
    return {
      answers: answerTopics.map((topic) => ({
        topic,
        name: packs[language].site.messages[`answer_${topic}`],
        text: render({ reply: 'answer', topic, routing }, voice),
      })),
    };
  },
});

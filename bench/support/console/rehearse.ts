import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { assert } from '../../../src/kernel/assert.ts';
import { say } from '../say.ts';
import type { ConsoleVisitor } from './console-visitor.ts';

/** What a rehearsal took. */
interface RehearsalFigures {
  readonly texts: number;
  readonly seconds: number;
  readonly otherwise: number;
}

const madeSchema = z.object({ draft: z.string() });
const detailSchema = z.object({
  rehearsal: z.object({
    state: z.string(),
    total: z.number(),
    lookedAt: z.number(),
    answeredOtherwise: z.number(),
  }),
});

/** Drafts of two kinds: a word, which only changes how some texts are read, and an answer, for which each text is answered twice. */
const drafts = {
  word: ['draftWord', { command: 'balance', word: 'lindbergh' }],
  answer: ['draftAnswer', { topic: 'branches', language: 'en', text: 'Two, both downtown.' }],
} as const;

/** Rehearses drafts on the texts of the last month, as a person of the staff does, and waits for the end of each. */
export async function rehearseDrafts(
  visitor: ConsoleVisitor,
): Promise<Record<keyof typeof drafts, RehearsalFigures>> {
  return { word: await rehearse(visitor, 'word'), answer: await rehearse(visitor, 'answer') };
}

async function rehearse(
  visitor: ConsoleVisitor,
  kind: keyof typeof drafts,
): Promise<RehearsalFigures> {
  const why = 'bench';
  const ask = async (operation: string, input: object) => {
    const { status, body } = await visitor.ask(operation, input);
    assert(status === 200, `${operation} answered with ${status}: ${body}`);
    const answer: unknown = JSON.parse(body);
    return answer;
  };
  const [operation, input] = drafts[kind];
  const { draft } = madeSchema.parse(await ask(operation, { ...input, why }));
  const started = performance.now();
  await ask('rehearseSettingsDraft', { draft, why });
  for (;;) {
    await setTimeout(1_000);
    const { rehearsal } = detailSchema.parse(await ask('readSettingsDraft', { draft }));
    say(`rehearsal of a new ${kind}: ${rehearsal.lookedAt} of ${rehearsal.total} texts`);
    if (rehearsal.state === 'running') continue;
    assert(rehearsal.state === 'done', 'nobody stops the rehearsal');
    return {
      texts: rehearsal.lookedAt,
      seconds: Math.round((performance.now() - started) / 100) / 10,
      otherwise: rehearsal.answeredOtherwise,
    };
  }
}

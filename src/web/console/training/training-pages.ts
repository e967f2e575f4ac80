import { Hono } from 'hono';
import { languages } from '../../../kernel/vocabulary/language.ts';
import { packs } from '../../../languages/index.ts';
import { sayOf } from '../../../languages/say.ts';
import { tryTrainingText } from '../../../operations/training/try-training-text.ts';
import { act, look, refusedLook, signedIn } from '../frame/act.ts';
import type { ConsoleContext, ConsoleEnv } from '../frame/console-env.ts';
import { page } from '../frame/page.ts';
import { trainingBody, type TrainingGiven } from './training-body.ts';

/** The practice space: nothing that happens there is kept. */
export function createTrainingPages(): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get('/training', async (context) => {
    // The list of exercises is for those who may try them.
    const { refused } = await look(context, tryTrainingText, { text: '?', language: languages[0] });
    if (refused) return refusedLook(context, refused);
    const language =
      languages.find((one) => one === context.req.query('language')) ??
      context.get('request').language;
    return show(context, { form: { language, text: context.req.query('text') ?? '' } });
  });
  // A try changes nothing, so the post answers directly.
  app.post('/training', async (context) => {
    const { done, refused, form } = await act(context, tryTrainingText, {}, () => '');
    if (refused?.status === 403) return refusedLook(context, refused);
    return show(context, done ? { form, done } : { form, wrong: refused.text });
  });
  return app;
}

async function show(context: ConsoleContext, given: TrainingGiven): Promise<Response> {
  const request = signedIn(context);
  return page(context, {
    title: sayOf(packs[request.language].console.training)('title'),
    section: 'training',
    ...(given.wrong === undefined ? {} : { status: 422 as const }),
    body: trainingBody(request, given),
  });
}

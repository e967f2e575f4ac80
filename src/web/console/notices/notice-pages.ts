import { Hono } from 'hono';
import { channelNames } from '../../../kernel/vocabulary/channel.ts';
import { languages } from '../../../kernel/vocabulary/language.ts';
import { shareKinds } from '../../../kernel/vocabulary/share-kind.ts';
import { discardNotice, draftNotice } from '../../../operations/notices/draft-notice.ts';
import { noticeChannels } from '../../../operations/notices/estimate.ts';
import type { NoticeOutput } from '../../../operations/notices/notice-schema.ts';
import { listNotices, readNotice } from '../../../operations/notices/read-notices.ts';
import { resumeNotice, sendNotice, stopNotice } from '../../../operations/notices/send-notice.ts';
import { perform } from '../../../operations/perform.ts';
import { formOf } from '../../frame/form.ts';
import { act, answer, look, refusedLook, signedIn, type Form } from '../frame/act.ts';
import type { ConsoleContext, ConsoleEnv } from '../frame/console-env.ts';
import { page } from '../frame/page.ts';
import { detailBody } from './notice-detail.ts';
import { formBody } from './notice-form.ts';
import { listBody } from './notice-list.ts';
import { noticeSay } from './notice-words.ts';

/** Notices to many: written, counted, sent, stopped. */
export function createNoticePages(): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get('/notices', async (context) => {
    const before = context.req.query('before');
    const { done, refused } = await look(context, listNotices, before ? { before } : {});
    if (refused) return refusedLook(context, refused);
    const request = signedIn(context);
    return page(context, {
      title: noticeSay(request)('title'),
      section: 'notices',
      body: listBody(request, done),
    });
  });
  app.get('/notices/new', async (context) => {
    const request = signedIn(context);
    const channels = noticeChannels(request).map((name) => [`channel_${name}`, 'yes'] as const);
    return formPage(context, {
      noticeId: request.world.ids.next(),
      form: Object.fromEntries(channels),
    });
  });
  app.get('/notices/:id', async (context) => detailPage(context));
  app.get('/notices/:id/edit', async (context) => {
    const { done, refused } = await look(context, readNotice, noticeIn(context));
    if (refused) return refusedLook(context, refused);
    if (done.notice.state !== 'draft') return context.redirect(`/notices/${done.notice.id}`, 303);
    return formPage(context, { noticeId: done.notice.id, form: formFrom(done.notice) });
  });
  app.post('/notices/:id', async (context) => save(context));
  app.post('/notices/:id/send', async (context) => {
    const performed = await act(context, sendNotice, noticeIn(context));
    const said = noticeSay(signedIn(context))('send_done');
    return answer(context, performed, { to: pathOf(context), said });
  });
  app.post('/notices/:id/resume', async (context) => {
    const performed = await act(context, resumeNotice, noticeIn(context));
    const said = noticeSay(signedIn(context))('resume_done');
    return answer(context, performed, { to: pathOf(context), said });
  });
  app.post('/notices/:id/stop', async (context) => {
    const performed = await act(context, stopNotice, noticeIn(context));
    const { sent = 0, withdrawn = 0 } = performed.done ?? {};
    const said = noticeSay(signedIn(context))('stop_done', {
      sent: String(sent),
      withdrawn: String(withdrawn),
    });
    return answer(context, performed, { to: pathOf(context), said });
  });
  app.post('/notices/:id/discard', async (context) => {
    const performed = await act(context, discardNotice, noticeIn(context));
    const { name = '' } = performed.done ?? {};
    const said = noticeSay(signedIn(context))('discard_done', { name });
    return answer(context, performed, { to: performed.done ? '/notices' : pathOf(context), said });
  });
  return app;
}

const noticeIn = (context: ConsoleContext) => ({ noticeId: context.req.param('id') ?? '' });
const pathOf = (context: ConsoleContext) => `/notices/${noticeIn(context).noticeId}`;

async function detailPage(context: ConsoleContext): Promise<Response> {
  const { done, refused } = await look(context, readNotice, noticeIn(context));
  if (refused) return refusedLook(context, refused);
  const request = signedIn(context);
  return page(context, {
    title: done.notice.name,
    section: 'notices',
    scripts: ['/static/notices.js'],
    body: detailBody(request, done),
  });
}

async function formPage(
  context: ConsoleContext,
  given: Parameters<typeof formBody>[1],
): Promise<Response> {
  const request = signedIn(context);
  return page(context, {
    title: noticeSay(request)('new'),
    section: 'notices',
    ...(given.wrong === undefined ? {} : { status: 422 as const }),
    body: formBody(request, given),
  });
}

/** Saves the form. If something is wrong with it, it comes again with all that was typed. */
async function save(context: ConsoleContext): Promise<Response> {
  const form = await formOf(context);
  const { noticeId } = noticeIn(context);
  const chosen = <Name extends string>(group: string, names: readonly Name[]) =>
    names.filter((name) => form[`${group}_${name}`] === 'yes');
  const performed = await perform(signedIn(context), draftNotice, {
    noticeId,
    name: form['name'] ?? '',
    texts: Object.fromEntries(
      languages.flatMap((language) => {
        const text = form[`text_${language}`];
        return text === undefined ? [] : [[language, text] as const];
      }),
    ),
    choice: {
      channels: chosen('channel', channelNames),
      languages: chosen('language', languages),
      kinds: chosen('kind', shareKinds),
      numbers: (form['numbers'] ?? '').split(/[\s,;]+/u).filter((number) => number !== ''),
    },
    ...(form['pace'] ? { perMinute: Number(form['pace']) } : {}),
  });
  const { refused } = performed;
  if (refused && [400, 422].includes(refused.status)) {
    const { text, fields } = refused;
    const faults = Object.entries(fields)
      .filter(([, fault]) => fault !== text)
      .map(([, fault]) => fault);
    return formPage(context, { noticeId, form, wrong: [text, ...faults].join(' '), fields });
  }
  return answer(context, performed, {
    to: pathOf(context),
    said: noticeSay(signedIn(context))('saved'),
  });
}

/** A draft as the form has it. */
function formFrom({ name, texts, choice, perMinute }: NoticeOutput): Form {
  const boxes = (group: string, names: readonly string[]) =>
    names.map((one) => [`${group}_${one}`, 'yes'] as const);
  return Object.fromEntries([
    ['name', name],
    ['pace', String(perMinute)],
    ['numbers', choice.numbers.join('\n')],
    ...Object.entries(texts).map(([language, text]) => [`text_${language}`, text] as const),
    ...boxes('channel', choice.channels),
    ...boxes('language', choice.languages),
    ...boxes('kind', choice.kinds),
  ]);
}

import type { Hono } from 'hono';
import { streamSSE, type SSEStreamingApi } from 'hono/streaming';
import type { HandsetOptions } from './options.ts';
import { shownChat, shownMessage, shownPost, shownText } from './shown.ts';

const beatMilliseconds = 15_000;

/** Streams the events of a member's phone. */
export function addEvents(app: Hono, options: HandsetOptions): void {
  app.get('/handset/events/:member', (context) =>
    streamSSE(context, async (stream) => {
      const ends = [
        listenToX(stream, options, context.req.param('member')),
        listenToTexts(stream, options, context.req.param('member')),
        listenToChat(stream, options, context.req.param('member')),
      ];
      const end = () => {
        for (const one of ends) one();
      };
      stream.onAbort(end);
      await stream.writeSSE({ event: 'ready', data: '{}' });
      while (!stream.aborted && !stream.closed) {
        await stream.sleep(beatMilliseconds);
        await stream.writeSSE({ event: 'beat', data: '{}' });
      }
      end();
    }),
  );
}

/** How long after the member's last message an answer arrived. It takes the time of a message, if it isn't now. */
function stopwatch(
  clock: HandsetOptions['clock'],
): (isMine: boolean, at?: number) => number | undefined {
  let asked: number | undefined;
  return (isMine, at) => {
    const now = at ?? clock.now().epochMilliseconds;
    const took = isMine || asked === undefined ? undefined : now - asked;
    asked = isMine ? now : undefined;
    return took;
  };
}

function write(stream: SSEStreamingApi, event: string, data: object): void {
  void stream.writeSSE({ event, data: JSON.stringify(data) });
}

function listenToX(
  stream: SSEStreamingApi,
  { simulator, bankUserId, clock }: HandsetOptions,
  member: string,
): () => void {
  const took = stopwatch(clock);
  return simulator.subscribe(member, (event) => {
    if (event.kind === 'message') {
      const message = shownMessage(event.message, bankUserId);
      write(stream, 'message', { ...message, took: took(message.mine) });
    }
    if (event.kind === 'post') write(stream, 'post', shownPost(event.post, simulator));
    if (event.kind === 'delivery') {
      const { eventType, status } = event.delivery;
      write(stream, 'delivery', { by: 'X', type: eventType, status });
    }
  });
}

/** Has the phone decrypt what is new in X's encrypted chat, and shows it. */
function listenToChat(
  stream: SSEStreamingApi,
  { simulator, chat, clock }: HandsetOptions,
  member: string,
): () => void {
  const phone = chat?.get(member);
  if (!phone) return () => {};
  const took = stopwatch(clock);
  let shown = 0;
  const show = async (isKnown: boolean) => {
    const messages = await phone.read();
    for (const message of isKnown ? [] : messages.slice(shown))
      write(stream, 'chat', { ...shownChat(message), took: took(message.mine, message.at) });
    shown = messages.length;
  };
  let last = show(true).catch(() => undefined);
  return simulator.subscribe(member, (event) => {
    if (event.kind === 'chat') last = last.then(async () => show(false)).catch(() => undefined);
  });
}

function listenToTexts(
  stream: SSEStreamingApi,
  { sms, people, clock }: HandsetOptions,
  member: string,
): () => void {
  const phone = people.find(({ userId }) => userId === member)?.phone;
  if (!sms || phone === undefined) return () => {};
  const took = stopwatch(clock);
  return sms.simulator.subscribe(phone, (event) => {
    if (event.kind === 'delivery') return;
    const text = shownText(event.message);
    if (event.kind === 'receipt') write(stream, 'receipt', { id: text.id, status: text.status });
    else write(stream, 'text', { ...text, took: took(text.mine) });
  });
}

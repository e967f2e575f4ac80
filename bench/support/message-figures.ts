import { median, rounded } from './median.ts';
import { watchProcessors } from './processor-times.ts';
import { say } from './say.ts';
import { prepareLoad } from './webhook-load.ts';
import { ratioTo, type Yardstick } from './yardstick.ts';

/** What members send, and how. */
export interface MessageLoad {
  readonly text: string;
  readonly inFlight: number;
  readonly perSecond?: number | undefined;
}

/** One run. CPU times are of one message. */
export interface MessageFigures {
  readonly messagesPerSecond: number;
  readonly p50Milliseconds: number;
  readonly p99Milliseconds: number;
  readonly serviceMicrosecondsPerMessage: number;
  readonly postgresMicrosecondsPerMessage: number;
  readonly loadMicrosecondsPerMessage: number;
  readonly idleShare: number;
}

export interface MessageRound {
  readonly load: MessageLoad;
  readonly figures: MessageFigures;
  readonly yardstick: Yardstick | undefined;
}

/** The most messages that are under way at a fixed rate. */
const underWayMax = 256;

/** Each text with each number of messages in flight, then each at the fixed rate. */
export function loads(given: {
  readonly texts: readonly string[];
  readonly flights: readonly number[];
  readonly perSecond: number;
}): MessageLoad[] {
  const { texts, flights, perSecond } = given;
  return [
    ...texts.flatMap((text) => flights.map((inFlight) => ({ text, inFlight }))),
    ...(perSecond > 0 ? texts.map((text) => ({ text, inFlight: underWayMax, perSecond })) : []),
  ];
}

/** Measures one run of messages, with the CPU time of all who take part. */
export async function measureMessages(
  place: {
    readonly service: { readonly pid: number; readonly port: number };
    /** The process of the server. */
    readonly postgres: number;
    readonly secret: string;
    readonly addresses: readonly string[];
  },
  given: MessageLoad & { readonly seconds: number },
): Promise<MessageFigures> {
  const { service, postgres, secret, addresses } = place;
  const text = given.text === '#trans' ? transferOf : () => given.text;
  const send = prepareLoad({ ...given, port: service.port, secret, addresses, text });
  const used = watchProcessors({ service: service.pid, postgres });
  const { sent, loadMicroseconds, ...measured } = await send();
  const { microseconds, idleShare } = used();
  const figures = {
    ...measured,
    serviceMicrosecondsPerMessage: Math.round(microseconds.service / sent),
    postgresMicrosecondsPerMessage: Math.round(microseconds.postgres / sent),
    loadMicrosecondsPerMessage: Math.round(loadMicroseconds / sent),
    idleShare: rounded(idleShare, 2),
  };
  say(
    `${nameOf(given)}: ${figures.messagesPerSecond}/s, p50 ${figures.p50Milliseconds} ms, p99 ${figures.p99Milliseconds} ms, CPU µs ${figures.serviceMicrosecondsPerMessage} service, ${figures.postgresMicrosecondsPerMessage} PostgreSQL, ${figures.loadMicrosecondsPerMessage} load`,
  );
  return figures;
}

/** Takes the medians of the rounds of one load, and their ratios to pgbench. */
export function sumUp(rounds: readonly MessageRound[]) {
  const [first] = rounds;
  const of = (name: keyof MessageFigures, digits = 0) =>
    rounded(median(rounds.map(({ figures }) => figures[name])), digits);
  const compared = (figure: (one: MessageFigures) => number) =>
    rounds.flatMap(({ yardstick, figures }) =>
      yardstick ? [{ yardstick, figure: figure(figures) }] : [],
    );
  const isCompared = compared(all).length > 0;
  return {
    ...first?.load,
    messagesPerSecond: of('messagesPerSecond'),
    p50Milliseconds: of('p50Milliseconds', 2),
    p99Milliseconds: of('p99Milliseconds', 2),
    microsecondsPerMessage: Math.round(median(rounds.map(({ figures }) => all(figures)))),
    serviceMicrosecondsPerMessage: of('serviceMicrosecondsPerMessage'),
    postgresMicrosecondsPerMessage: of('postgresMicrosecondsPerMessage'),
    loadMicrosecondsPerMessage: of('loadMicrosecondsPerMessage'),
    idleShare: of('idleShare', 2),
    ...(isCompared ? { processorToC: ratioTo(compared(all), 'c') } : {}),
    ...(isCompared && first?.load.inFlight === 1
      ? { p50ToLonePgbench: ratioTo(compared(lone), 'loneMilliseconds') }
      : {}),
  };
}

const all = (one: MessageFigures) =>
  one.serviceMicrosecondsPerMessage +
  one.postgresMicrosecondsPerMessage +
  one.loadMicrosecondsPerMessage;

const lone = (one: MessageFigures) => one.p50Milliseconds;

function nameOf({ text, inFlight, perSecond }: MessageLoad): string {
  return `${text}, ${perSecond ? `${perSecond} a second` : `${inFlight} in flight`}`;
}

/** Another amount for each turn, so that no transfer repeats one of a moment ago. */
function transferOf(turn: number): string {
  return `#trans ${(1 + turn / 100).toFixed(2)} ${turn % 2 === 0 ? '7 0' : '0 7'}`;
}

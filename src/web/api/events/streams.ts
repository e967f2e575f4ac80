import { liveSessions } from '../../../access/live-sessions.ts';
import type { Database } from '../../../database/database.ts';
import type { Logger } from '../../../kernel/logger.ts';
import type { World } from '../../../kernel/world.ts';
import { statesOf } from '../../../messages/hosted/read-state.ts';
import type { HostedKey } from '../../../messages/hosted/news.ts';
import type { Sent } from './app-stream.ts';

/** A stream that is open in this process. */
export interface OpenStream {
  readonly memberId: string;
  readonly session: { readonly institutionId: number; readonly id: string };
  readonly conversation: HostedKey;
  sent(): Sent;
  wake(): void;
  end(): void;
}

/** How many streams are open at a time. */
export interface StreamLimits {
  readonly ofMember: number;
  readonly ofProcess: number;
}

/** All streams of this process: their bounds, and a watch over their sessions and conversations. */
export interface Streams {
  /** @returns whether one more may be opened */
  hasRoom(of: { readonly institutionId: number; readonly memberId: string }): boolean;
  /** @returns how to leave */
  enter(stream: OpenStream): () => void;
  /** Looks once: ends the streams of sessions that have ended, and wakes those that missed a signal. */
  look(): Promise<void>;
  count(): number;
}

/** How often to look, while a stream is open. */
const everyMilliseconds = 1_000;

export function createStreams({
  db,
  world,
  logger,
  limits,
}: {
  readonly db: Database;
  readonly world: World;
  readonly logger: Logger;
  readonly limits: StreamLimits;
}): Streams {
  const open = new Set<OpenStream>();
  let timer: NodeJS.Timeout | undefined;
  let looking = false;
  const look = async () => {
    const streams = [...open];
    const live = await liveSessions(
      db,
      { world },
      streams.map(({ session }) => session),
    );
    const states = await statesOf(
      db,
      streams.map(({ conversation }) => conversation),
    );
    const byConversation = new Map(states.map((state) => [keyOf(state), state]));
    for (const stream of streams) {
      if (!live.has(stream.session.id)) {
        stream.end();
        continue;
      }
      const state = byConversation.get(keyOf(stream.conversation));
      const { place, readPlace } = stream.sent();
      if (state && (state.lastPlace > place || state.readPlace !== readPlace)) stream.wake();
    }
  };
  const tick = () => {
    if (looking) return;
    looking = true;
    look()
      .catch((error: unknown) => logger.warn({ error }, 'Open streams could not be looked after'))
      .finally(() => {
        looking = false;
      });
  };
  return {
    hasRoom: ({ institutionId, memberId }) => {
      if (open.size >= limits.ofProcess) return false;
      let own = 0;
      for (const one of open)
        if (one.memberId === memberId && one.session.institutionId === institutionId) own += 1;
      return own < limits.ofMember;
    },
    enter: (stream) => {
      open.add(stream);
      timer ??= setInterval(tick, everyMilliseconds).unref();
      return () => {
        open.delete(stream);
        if (open.size > 0) return;
        clearInterval(timer);
        timer = undefined;
      };
    },
    look,
    count: () => open.size,
  };
}

function keyOf({ institutionId, conversationId }: HostedKey): string {
  return `${institutionId}:${conversationId}`;
}

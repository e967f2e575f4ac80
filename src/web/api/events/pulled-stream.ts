/** How a stream to one reader ends. */
export interface PulledStream {
  readonly stream: ReadableStream<Uint8Array>;
  /** Ends it. What was not read yet is lost. */
  end(): void;
}

/**
 * Makes a stream that asks for its next part only when the reader has taken the one before. So a slow reader costs no memory. One that takes
 * nothing for too long is let go.
 * @param given.next gives the next part, and `undefined` at the end. It rejects or ends soon after `ended` is called
 * @param given.ended called once, whoever ended it
 */
export function pulledStream(given: {
  readonly next: () => Promise<string | undefined>;
  readonly ended: () => void;
  readonly stallMilliseconds: number;
}): PulledStream {
  const encoder = new TextEncoder();
  let isOver = false;
  let stall: NodeJS.Timeout | undefined;
  let control: ReadableStreamDefaultController<Uint8Array> | undefined;
  const over = () => {
    if (isOver) return;
    isOver = true;
    clearTimeout(stall);
    given.ended();
  };
  const end = () => {
    const wasOver = isOver;
    over();
    if (!wasOver) control?.close();
  };
  const stream = new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        control = controller;
      },
      pull: async (controller) => {
        clearTimeout(stall);
        const part = await given.next().catch(() => undefined);
        if (isOver) return;
        if (part === undefined) {
          end();
          return;
        }
        controller.enqueue(encoder.encode(part));
        stall = setTimeout(end, given.stallMilliseconds);
        stall.unref();
      },
      cancel: over,
    },
    { highWaterMark: 1 },
  );
  return { stream, end };
}

import { SMTPServer } from 'smtp-server';

/** A mail as the server got it, once for each who gets it. */
interface ReceivedMail {
  readonly to: string;
  readonly text: string;
  readonly at: Temporal.Instant;
}

export interface Mailbox extends AsyncDisposable {
  readonly mails: ReceivedMail[];
  readonly url: string;
  /** Makes the server refuse every mail. */
  refuses: boolean;
}

/** Starts a real mail server on the loopback, which keeps what it gets. */
export async function openMailbox(): Promise<Mailbox> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (box.refuses) {
          done(new Error('the disk is full'));
          return;
        }
        const text = Buffer.concat(parts).toString('utf8');
        for (const { address } of session.envelope.rcptTo)
          mails.push({ to: address, text, at: Temporal.Now.instant() });
        done();
      });
    },
  });
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  const box: Mailbox = {
    mails,
    url: `smtp://127.0.0.1:${port}`,
    refuses: false,
    [Symbol.asyncDispose]: async () =>
      new Promise<void>((resolve) => {
        server.close(resolve);
      }),
  };
  return box;
}

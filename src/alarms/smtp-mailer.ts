import type { Transporter } from 'nodemailer';

/** A mail as it leaves. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for each try, so that a mail that leaves twice is one in most programs. */
  readonly messageId: string;
}

/** Sends one mail. @throws if the server did not take it */
export type Mailer = (mail: Mail) => Promise<void>;

const patienceMilliseconds = 10_000;

/**
 * Sends mail by a server's SMTP. Without TLS it talks to this machine alone. The library comes with
 * the first mail, since it takes 28 MB.
 */
export function smtpMailer({ url, from }: { readonly url: string; readonly from: string }): Mailer {
  const { hostname, protocol } = new URL(url);
  const isHere = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
  const settings = {
    url,
    requireTLS: protocol === 'smtp:' && !isHere,
    connectionTimeout: patienceMilliseconds,
    greetingTimeout: patienceMilliseconds,
    socketTimeout: patienceMilliseconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  let transport: Transporter | undefined;
  const domain = from.slice(from.indexOf('@') + 1);
  return async ({ messageId, ...mail }) => {
    const { createTransport } = await import('nodemailer');
    transport ??= createTransport(settings);
    await transport.sendMail({
      ...mail,
      from,
      messageId: `<${messageId}@${domain}>`,
      // No answers of absence to a machine.
      headers: { 'auto-submitted': 'auto-generated' },
    });
  };
}

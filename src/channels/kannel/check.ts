import { Fault } from '../../kernel/fault.ts';
import { findingsOf, type Finding } from '../../kernel/finding.ts';
import { createTransport } from '../transport/transport.ts';
import type { KannelOptions } from './install.ts';

const { ok, problem } = findingsOf('kannel');

/** Checks that smsbox answers. It has no request that would prove the password without sending. */
export async function checkKannel({ sendsmsUrl, fetch }: KannelOptions): Promise<Finding[]> {
  const transport = createTransport({ code: 'kannel', title: 'Kannel’s smsbox' }, { fetch });
  try {
    await transport.ask({ url: new URL('/', sendsmsUrl) });
    return [ok('Kannel’s smsbox answers.')];
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return [
      problem({
        what: `${error.message}.`,
        why: 'Texts don’t leave, and replies wait.',
        act: 'Start bearerbox and smsbox, and compare TMM_KANNEL_SENDSMS_URL with sendsms-port.',
      }),
    ];
  }
}

import { Fault } from '../../kernel/fault.ts';
import { findingsOf, type Finding } from '../../kernel/finding.ts';
import type { XOptions } from './account.ts';
import { createXClient } from './client.ts';
import { listWebhooks } from './connect.ts';

const { ok, warning, problem } = findingsOf('x');

const why = 'Direct messages don’t come in, and replies wait.';

/** Asks X whether our app’s bearer works, and whether X delivers to our webhook. */
export async function checkX({ base, bearer, webhookUrl, fetch }: XOptions): Promise<Finding[]> {
  if (bearer === undefined) return [];
  try {
    const webhooks = await listWebhooks(createXClient({ base, fetch }), bearer);
    const own = webhooks.find(({ url }) => url === webhookUrl);
    if (!own)
      return [
        warning({
          what: `X does not deliver to ${webhookUrl} yet.`,
          why: 'Without it only polling brings messages, once a minute.',
          act: 'Start `tmm serve`, then run: tmm x connect --who … --why …',
        }),
      ];
    if (own.valid) return [ok(`X delivers to ${webhookUrl}.`)];
    return [
      problem({
        what: `X says that ${webhookUrl} is not valid.`,
        why,
        act: 'Does X reach it from outside? Then run `tmm x connect` again.',
      }),
    ];
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return [
      problem({
        what: `${error.message}.`,
        why,
        act: 'Compare TMM_X_BEARER_TOKEN with the app’s bearer token in X’s developer portal.',
      }),
    ];
  }
}

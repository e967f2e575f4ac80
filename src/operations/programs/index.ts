import type { StaffOperation } from '../operation.ts';
import { createProgramOf } from './create-program.ts';
import { createWebhook } from './create-webhook.ts';
import { endProgram } from './end-program.ts';
import { endWebhook } from './end-webhook.ts';
import { listPrograms } from './list-programs.ts';
import { listDeliveriesOfWebhook, listWebhooks } from './list-webhooks.ts';
import { makeProgramToken } from './make-program-token.ts';
import { makeWebhookSecret } from './make-webhook-secret.ts';
import { replayWebhook } from './replay-webhook.ts';

/**
 * Makes the operations about programs and webhooks.
 * @param operations those that a program's scopes can name
 */
export function programOperationsOf(operations: readonly StaffOperation[]) {
  const createProgram = createProgramOf(operations);
  const all: readonly StaffOperation[] = [
    listPrograms,
    createProgram,
    makeProgramToken,
    endProgram,
    listWebhooks,
    createWebhook,
    makeWebhookSecret,
    endWebhook,
    listDeliveriesOfWebhook,
    replayWebhook,
  ];
  return { createProgram, all };
}

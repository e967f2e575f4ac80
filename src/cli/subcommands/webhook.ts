import { parseArgs } from 'node:util';
import type { z } from 'zod';
import { domainEventKinds } from '../../kernel/vocabulary/domain-event.ts';
import { createWebhook } from '../../operations/programs/create-webhook.ts';
import { endWebhook } from '../../operations/programs/end-webhook.ts';
import { listDeliveriesOfWebhook, listWebhooks } from '../../operations/programs/list-webhooks.ts';
import { makeWebhookSecret } from '../../operations/programs/make-webhook-secret.ts';
import { replayWebhook } from '../../operations/programs/replay-webhook.ts';
import type { StaffContext } from '../../operations/request-context.ts';
import { actingOf, actorHelp, actorOptions, tokenOf } from '../actor.ts';
import { ask } from '../ask.ts';
import { chooseInstitution, institutionHelp, institutionOption } from '../choose-institution.ts';
import { localText } from '../days.ts';
import { dataHelp, dataOptions, openData } from '../open-data.ts';
import { print, printTable } from '../print.ts';
import { staffRequest } from '../staff-request.ts';
import type { Subcommand } from '../subcommand.ts';
import { UsageError } from '../usage-error.ts';

const options = {
  ...dataOptions,
  ...institutionOption,
  ...actorOptions,
  url: { type: 'string' },
  kinds: { type: 'string' },
  number: { type: 'string' },
} as const;

const parse = (words: readonly string[]) =>
  parseArgs({ args: [...words], allowPositionals: true, options });

type Values = ReturnType<typeof parse>['values'];

export const webhookSubcommand: Subcommand = {
  name: 'webhook',
  help: `
tmm webhook list
tmm webhook add NAME --url https://… --kinds KIND,… …
                              add an address that gets events from now on
tmm webhook secret NAME …     make the secret that signs what is sent. It is shown once, and the earlier one signs nothing more
tmm webhook sent NAME         what was sent lately, and what waits
tmm webhook failed NAME       what failed for good
tmm webhook replay NAME [--number N] …
                              send one event again, or all that failed for good
tmm webhook end NAME …        send nothing more there

Kinds: ${domainEventKinds.join(', ')}.
Everything that changes something goes into the audit log:
${actorHelp}
${institutionHelp}
${dataHelp}`,
  run: async (words) => {
    const { values, positionals } = parse(words);
    const [verb = 'list', name, ...more] = positionals;
    const change = Object.hasOwn(changes, verb) ? changes[verb] : undefined;
    const look = Object.hasOwn(looks, verb) ? looks[verb] : undefined;
    if (!change && !look)
      throw new UsageError(`unknown command ‘${verb}’: \`tmm help webhook\` lists them all`);
    if (verb !== 'list' && name === undefined) throw new UsageError('give the webhook’s name');
    if (more.length > 0) throw new UsageError(`too many words: ${more.join(' ')}`);
    await using db = await openData(values, { reads: !change });
    const institution = await chooseInstitution(db, values.institution);
    const acting = change ? actingOf(values) : tokenOf(values);
    const request = await staffRequest(db, institution, acting);
    await (change ?? look)?.(request, name ?? '', values);
    return 0;
  },
};

type Step = (request: StaffContext, webhook: string, values: Values) => Promise<void>;

const looks: Readonly<Record<string, Step>> = {
  list: async (request) =>
    printWebhooks((await ask(request, listWebhooks, {})).webhooks, request.institution.zone),
  sent: async (request, webhook) => {
    const { deliveries } = await ask(request, listDeliveriesOfWebhook, { webhook });
    printDeliveries(deliveries, request.institution.zone, 'Nothing was sent yet');
  },
  failed: async (request, webhook) => {
    const given = { webhook, state: 'dead' } as const;
    const { deliveries } = await ask(request, listDeliveriesOfWebhook, given);
    printDeliveries(deliveries, request.institution.zone, 'Nothing failed for good');
  },
};

const changes: Readonly<Record<string, Step>> = {
  add: async (request, name, { url, kinds }) => {
    if (url === undefined || kinds === undefined)
      throw new UsageError('say where events go and which: --url https://… --kinds changed');
    const added = await ask(request, createWebhook, { name, url, kinds });
    print(`${added.name}: ${added.kinds.join(', ')}. Make its secret with \`tmm webhook secret\``);
  },
  secret: async (request, webhook) => {
    const { secret } = await ask(request, makeWebhookSecret, { webhook });
    print(secret);
    process.stderr.write('It is shown only now\n');
  },
  replay: async (request, webhook, { number }) => {
    const given = { webhook, ...(number === undefined ? {} : { number }) };
    const { again } = await ask(request, replayWebhook, given);
    print(again === 1 ? '1 event is sent again' : `${again} events are sent again`);
  },
  end: async (request, webhook) => {
    const { name } = await ask(request, endWebhook, { webhook });
    print(`Nothing more is sent to ${name}`);
  },
};

function printWebhooks(
  webhooks: z.output<(typeof listWebhooks)['output']>['webhooks'],
  zone: string,
): void {
  if (webhooks.length === 0) {
    print('No webhooks yet. Add one with `tmm webhook add`.');
    return;
  }
  printTable(
    ['name', 'address', 'kinds', 'state', 'since'],
    webhooks.map((one) => [
      one.name,
      one.url,
      one.kinds.join(', '),
      one.endedAt !== null ? 'ended' : one.secretMadeAt === null ? 'without secret' : 'active',
      localText(one.madeAt, zone),
    ]),
  );
}

function printDeliveries(
  deliveries: z.output<(typeof listDeliveriesOfWebhook)['output']>['deliveries'],
  zone: string,
  none: string,
): void {
  if (deliveries.length === 0) {
    print(none);
    return;
  }
  printTable(
    ['number', 'kind', 'state', 'attempts', 'last outcome', 'next attempt'],
    deliveries.map((one) => [
      String(one.number),
      one.kind,
      one.state,
      String(one.attempts),
      one.outcome ?? '',
      one.nextAt === null ? '' : localText(one.nextAt, zone),
    ]),
  );
}

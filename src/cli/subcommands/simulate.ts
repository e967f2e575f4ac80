import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { carrierSecrets } from '../../../dev/rehearsal/carrier-secrets.ts';
import { simulate, simulated, type Simulated } from '../../../dev/rehearsal/simulate.ts';
import { readPublicUrl } from '../../kernel/public-url.ts';
import { createWorld } from '../../kernel/world.ts';
import { ownFolder } from '../own-folder.ts';
import { print } from '../print.ts';
import { fictionalNumber } from '../setup/questions.ts';
import { writeSettings } from '../setup/settings-text.ts';
import type { Subcommand } from '../subcommand.ts';
import { untilStopped } from '../until-stopped.ts';
import { UsageError } from '../usage-error.ts';
import { shown } from '../words.ts';

const standardSecrets = ownFolder('simulated-carriers.json');

export const simulateSubcommand: Subcommand = {
  name: 'simulate',
  help: `
tmm simulate [x] [twilio] [--write FILE] [--port 4190]

Runs a simulated X, a simulated Twilio or both beside \`tmm serve\`, with a page of members' phones, so that you can rehearse
docs/guides/x.md and sms.md step by step. It prints the settings with which \`tmm serve\` uses them. Everything listens on the
loopback interface only.

  --write FILE     also put the settings into this file, for \`tmm --env-file FILE serve\`
  --port PORT      of the phones; X has the next port, Twilio the one after (4190)
  --service URL    where the service is (default: TMM_PUBLIC_URL, or http://localhost:8080)
  --name NAME      the credit union's name at X (Credit Union)
  --handle HANDLE  and its handle (mycreditunion)
  --number NUMBER  its number, as in its setting \`sms\` (${fictionalNumber})
  --secrets FILE   where the simulated secrets are kept for the next start

Simulated carriers forget when they end. Run \`tmm x connect\` again after each start.`,
  run: async (words) => {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        write: { type: 'string' },
        port: { type: 'string', default: '4190' },
        service: {
          type: 'string',
          default: process.env['TMM_PUBLIC_URL'] || 'http://localhost:8080',
        },
        name: { type: 'string', default: 'Credit Union' },
        handle: { type: 'string', default: 'mycreditunion' },
        number: { type: 'string', default: fictionalNumber },
        secrets: { type: 'string', default: standardSecrets },
      },
    });
    const carriers = positionals.length === 0 ? simulated : positionals.map(carrierNamed);
    const port = Number(values.port);
    if (!/^\d{1,5}$/.test(values.port) || port < 1 || port > 65_533)
      throw new UsageError(`--port is a number from 1 to 65533, not ${shown(values.port)}`);
    const service = readPublicUrl(values.service);
    if ('problem' in service) throw new UsageError(`--service ${service.problem}`);
    const world = createWorld();
    await using running = await simulate({
      ...values,
      world,
      carriers,
      port,
      serviceUrl: service.url,
      secrets: carrierSecrets(resolve(values.secrets), world.random),
    });
    if (values.write === undefined) {
      print('Settings for `tmm serve`:');
      for (const [name, value] of Object.entries(running.settings)) print(`${name}=${value}`);
    } else {
      writeSettings(resolve(values.write), running.settings);
      print(`The settings are in ${values.write}. Start \`tmm --env-file ${values.write} serve\``);
    }
    print('');
    print(`Members’ phones:  ${running.phone}`);
    print(`Texts go to:      ${service.url}/twilio/inbound`);
    print('(Ctrl+C ends it)');
    await untilStopped();
    return 0;
  },
};

function carrierNamed(word: string): Simulated {
  const found = simulated.find((one) => one === word);
  if (!found) throw new UsageError(`‘${shown(word)}’ is not simulated: ${simulated.join(' or ')}`);
  return found;
}

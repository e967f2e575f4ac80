import { systemRandom } from '../../kernel/random.ts';
import type { Subcommand } from '../subcommand.ts';
import { noMoreThan } from '../words.ts';

export const keySubcommand: Subcommand = {
  name: 'key',
  help: `
tmm key

Prints 32 random bytes in base64. The setting is \`id:key\`. To rotate, add the new key with a higher id and keep the old one forever:
existing data is not encrypted again, so the old key is still needed to decrypt it. docs/guides/operating.md has the steps. Keep the
key where you keep your other keys: anyone who has it and the database can read members' codes and addresses.`,
  run: async (words) => {
    noMoreThan(0, words);
    process.stdout.write(`${Buffer.from(systemRandom.bytes(32)).toString('base64')}\n`);
    return 0;
  },
};

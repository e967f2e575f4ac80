import { systemRandom } from '../../kernel/random.ts';
import type { Subcommand } from '../subcommand.ts';
import { noMoreThan } from '../words.ts';

export const keySubcommand: Subcommand = {
  name: 'key',
  help: `
tmm key

Prints 32 random bytes in base64. The setting is \`id:key\`; to rotate, add the new one with a greater id and keep the old
one for good: nothing is sealed again, so the old one goes on opening what it sealed. docs/guides/operating.md has the steps. Keep it where you keep your other keys: whoever has it and the
database can read members' codes and addresses.`,
  run: async (words) => {
    noMoreThan(0, words);
    process.stdout.write(`${Buffer.from(systemRandom.bytes(32)).toString('base64')}\n`);
    return 0;
  },
};

import type { Subcommand } from './subcommand.ts';
import { codeSubcommand } from './subcommands/code.ts';
import { demoSubcommand } from './subcommands/demo.ts';
import { exportSubcommand } from './subcommands/export.ts';
import { importSubcommand } from './subcommands/import.ts';
import { institutionSubcommand } from './subcommands/institution.ts';
import { keySubcommand } from './subcommands/key.ts';
import { memberSubcommand } from './subcommands/member.ts';
import { migrateSubcommand } from './subcommands/migrate.ts';
import { parseSubcommand } from './subcommands/parse.ts';
import { saySubcommand } from './subcommands/say.ts';
import { serveSubcommand } from './subcommands/serve.ts';
import { verifySubcommand } from './subcommands/verify.ts';
import { xSubcommand } from './subcommands/x.ts';

/** All subcommands, in the order of the overview. */
export const subcommands: readonly Subcommand[] = [
  serveSubcommand,
  demoSubcommand,
  migrateSubcommand,
  parseSubcommand,
  saySubcommand,
  importSubcommand,
  verifySubcommand,
  exportSubcommand,
  xSubcommand,
  institutionSubcommand,
  memberSubcommand,
  codeSubcommand,
  keySubcommand,
];

export function findSubcommand(name: string): Subcommand | undefined {
  return subcommands.find((one) => one.name === name);
}

import { parseArgs } from 'node:util';
import { runChecks } from '../../service/checks/run-checks.ts';
import { openExisting } from '../open-data.ts';
import { print } from '../print.ts';
import { printFindings, summaryOf } from '../print-findings.ts';
import { settingsFile } from '../settings-file.ts';
import type { Subcommand } from '../subcommand.ts';
import { noMoreThan } from '../words.ts';

export const doctorSubcommand: Subcommand = {
  name: 'doctor',
  help: `
tmm doctor [--json]
tmm --env-file FILE doctor

Checks the settings in the environment, the database, the institutions, DNS and TLS of the public addresses, the carriers, and whether
messages wait. Each finding says what it is, why it matters and what to do. It changes nothing, sends no message, and you can run it at
any time. \`tmm setup\` and \`tmm serve\` use the same checks.

  --json   one finding a line, for programs

Exit status 0: no problem (there may be warnings); 1: a problem.`,
  run: async (words) => {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    noMoreThan(0, positionals);
    const findings = await runChecks({
      environment: process.env,
      file: settingsFile(),
      open: openExisting,
      now: () => Temporal.Now.instant(),
      isServing: true,
    });
    if (values.json) for (const finding of findings) print(JSON.stringify(finding));
    else {
      printFindings(findings);
      print('');
      print(summaryOf(findings));
    }
    return findings.some(({ level }) => level === 'problem') ? 1 : 0;
  },
};

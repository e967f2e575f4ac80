import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { institutionSettings } from '../../src/members/institution-settings.ts';
import { settings } from '../../src/service/config.ts';
import { environmentExample } from './environment-example.ts';

/** Pages that we generate from the schemas. `TMM_WRITE_DOCS=1` writes them again. */
function page(file: string, text: string): void {
  const url = new URL(`../../docs/reference/${file}`, import.meta.url);
  if (process.env['TMM_WRITE_DOCS']) writeFileSync(url, text);
  expect(readFileSync(url, 'utf8')).toBe(text);
}

const made =
  'This page is generated from the schema; `TMM_WRITE_DOCS=1 npx vitest run dev/docs` writes it again.';

it('the reference of the configuration is current', () => {
  const rows = settings().map(
    ({ name, help, standard }) =>
      `| \`${name}\` | ${standard === undefined ? '' : `\`${standard}\``} | ${help} |`,
  );
  page(
    'configuration.md',
    `# Configuration\n\nThe environment of \`tmm serve\`. ${made}\n\n| setting | default | |\n|---|---|---|\n${rows.join('\n')}\n`,
  );
});

it('the example of an environment file is current', () => {
  const url = new URL('../../.env.example', import.meta.url);
  const text = environmentExample();
  if (process.env['TMM_WRITE_DOCS']) writeFileSync(url, text);
  expect(readFileSync(url, 'utf8')).toBe(text);
});

it('the reference of institutions’ settings is current', () => {
  const standards = institutionSettings.parse({});
  const rows = Object.entries(institutionSettings.shape).map(([name, setting]) => {
    const standard: unknown = Reflect.get(standards, name);
    const shown =
      standard === undefined
        ? ''
        : `\`${JSON.stringify(standard, (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))}\``;
    return `| \`${name}\` | ${shown} | ${setting.description ?? ''} |`;
  });
  page(
    'settings.md',
    `# An institution’s settings\n\nSet with \`tmm institution set NAME=JSON\`. Amounts are in minor units. ${made}\n\n| setting | default | |\n|---|---|---|\n${rows.join('\n')}\n`,
  );
});

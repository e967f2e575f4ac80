import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createMetrics } from '../../src/observe/metrics.ts';

const source = new URL('../../src/', import.meta.url).pathname;

it('some room reports each metric that `/metrics` describes', async () => {
  const described = [...(await createMetrics().render()).matchAll(/^# HELP tmm_(\w+)/gm)]
    .map(([, name = '']) => name.replace(/_(?:total|seconds)$/, ''))
    .filter((name) => !/^(?:process|nodejs)_/.test(name));
  expect(described).toContain('inbound_messages');
  const text = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .filter((file) => !/^(?:kernel|observe)[\\/]metrics\.ts$/.test(file))
    .map((file) => readFileSync(join(source, file), 'utf8'))
    .join('\n');
  expect(described.filter((name) => !text.includes(`'${name}'`))).toStrictEqual([]);
});

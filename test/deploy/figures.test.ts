import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createMetrics } from '../../src/observe/metrics.ts';
import { settings } from '../../src/service/config.ts';

const file = (name: string) => fileURLToPath(new URL(`../../deploy/${name}`, import.meta.url));
const text = (name: string) => readFileSync(file(name), 'utf8');

/** The metrics that a text of Prometheus or Grafana names. */
function namedIn(source: string): string[] {
  return [...new Set(source.match(/\btmm_[a-z_]+/g))];
}

it.each(['prometheus/alerts.yml', 'grafana/dashboards/tweet-my-money.json'])(
  '%s names only figures that the service has',
  async (name) => {
    const metrics = await createMetrics().render();
    const known = new Set(
      [...metrics.matchAll(/^# TYPE (\S+) (\w+)$/gm)].flatMap(([, metric = '', type]) =>
        type === 'histogram' ? [`${metric}_bucket`, `${metric}_count`, `${metric}_sum`] : [metric],
      ),
    );
    expect(namedIn(text(name)).filter((metric) => !known.has(metric))).toEqual([]);
    expect(namedIn(text(name)).length).toBeGreaterThan(8);
  },
);

it('each alert has a severity, a summary and what to do', () => {
  const alerts = text('prometheus/alerts.yml').split('- alert: ').slice(1);
  expect(alerts.length).toBeGreaterThan(8);
  for (const alert of alerts) {
    expect(alert).toMatch(/severity: (?:page|ticket)/);
    expect(alert).toMatch(/summary: \S/);
    expect(alert).toMatch(/action: \S/);
  }
});

it('the dashboard shows each panel from the provisioned data source', () => {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a file of ours
  const { panels } = JSON.parse(text('grafana/dashboards/tweet-my-money.json')) as {
    panels: { title: string; datasource: { uid: string }; targets: unknown[] }[];
  };
  const [, uid] = /uid: (\S+)/.exec(text('grafana/datasources/prometheus.yaml')) ?? [];
  expect(new Set(panels.map(({ datasource }) => datasource.uid))).toEqual(new Set([uid]));
  expect(panels.filter(({ targets }) => targets.length === 0)).toEqual([]);
});

it('the compose file sets only settings that exist', () => {
  const known = new Set(settings().map(({ name }) => name));
  const set = [...text('compose.yaml').matchAll(/^ {4}(TMM_\w+|DATABASE_URL):/gm)].map(
    ([, name = '']) => name,
  );
  expect(set.length).toBeGreaterThan(1);
  expect(set.filter((name) => !known.has(name))).toEqual([]);
});

it('the service gets no password of another program, though the file of settings has them', () => {
  const compose = text('compose.yaml');
  const passwords = [...compose.matchAll(/\$\{(\w*PASSWORD)\b/g)].map(([, name = '']) => name);
  const [, service = ''] = /^x-service:([^]*?)^services:/m.exec(compose) ?? [];
  expect(passwords.length).toBeGreaterThan(2);
  for (const name of passwords) expect(service).toContain(`    ${name}: ''\n`);
});

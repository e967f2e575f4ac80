import { drawBars } from './bars.ts';
import { readResult, type BenchName, type Ratio, type Result } from './results.ts';

/** The page, and the pictures beside it by file name. */
export interface PerformancePage {
  readonly page: string;
  readonly pictures: ReadonlyMap<string, string>;
}

interface Section {
  readonly text: string;
  readonly picture?: { readonly file: string; readonly svg: string };
}

const introduction = `# Performance

The last results of the benchmarks. This page is generated from \`bench/results\`: \`TMM_WRITE_DOCS=1 npx vitest run dev/docs\` writes it
again, after \`npm run bench -- NAME --save\`.

Messages a second say little, since they depend on the machine. So the unit is _c_: the CPU time of PostgreSQL and pgbench together for one
TPC-B transaction, at pgbench's best of 8, 16 and 32 clients. Both are measured on the same server, in turns, and each figure is the median
of the rounds. Where pgbench left a quarter of the processors idle, or other programs used as much, the benchmark refuses a ratio.`;

/** Makes the page of all results that were kept. */
export function performancePage(): PerformancePage {
  const sections = [
    section('conversation', 'A message', aMessage),
    section('post', 'A posted transfer', aTransfer),
    section('ledgers', 'Other ledgers on PostgreSQL', otherLedgers),
    section('growth', 'Long books', longBooks),
    section('deliver', 'From a message to the answer in the inbox', delivered),
  ];
  const pictures = sections.flatMap(({ picture }) =>
    picture ? [[picture.file, picture.svg] as const] : [],
  );
  return {
    page: `${[introduction, ...sections.map(({ text }) => text)].join('\n\n')}\n`,
    pictures: new Map(pictures),
  };
}

function section<Name extends BenchName>(
  name: Name,
  title: string,
  draw: (result: Result<Name>) => { readonly text: string; readonly svg: string },
): Section {
  const command = `npm run bench -- ${name} --save`;
  const result = readResult(name);
  if (!result) return { text: `## ${title}\n\nNo result is kept. \`${command}\` measures it.` };
  const { text, svg } = draw(result);
  const file = `performance-${name}.svg`;
  const words = [name, ...result.options].join(' ');
  return {
    text: `## ${title}\n\n![${title}](../pictures/${file})\n\n${text}\n\nMeasured on ${result.measuredOn} on ${result.machine}: \`npm run bench -- ${words}\`.`,
    picture: { file, svg },
  };
}

function aMessage({ results, pgbench, flushMicroseconds, peakMegabytes }: Result<'conversation'>) {
  const nameOf = ({ text, inFlight, perSecond }: (typeof results)[number]) =>
    `${text}, ${perSecond ? `${perSecond} a second` : `${inFlight} in flight`}`;
  const many = results.filter(({ inFlight, perSecond }) => inFlight > 1 && !perSecond);
  const svg = drawBars('CPU time of a message', 'µs', [
    ...many.map((one) => ({
      name: nameOf(one),
      parts: [
        { of: 'service', value: one.serviceMicrosecondsPerMessage },
        { of: 'PostgreSQL', value: one.postgresMicrosecondsPerMessage },
        { of: 'load', value: one.loadMicrosecondsPerMessage },
      ],
    })),
    ...barOf(pgbench),
  ]);
  const rows = results.map((one) => [
    nameOf(one),
    one.messagesPerSecond,
    one.p50Milliseconds,
    one.p99Milliseconds,
    one.serviceMicrosecondsPerMessage,
    one.postgresMicrosecondsPerMessage,
    one.loadMicrosecondsPerMessage,
    ratioText(one.processorToC, 'c'),
    ratioText(one.p50ToLonePgbench, 'times'),
  ]);
  const heads = [
    '',
    'messages/s',
    'p50 ms',
    'p99 ms',
    'service µs',
    'PostgreSQL µs',
    'load µs',
    'CPU',
    'p50 to one client of pgbench',
  ];
  return {
    svg,
    text: `${table(heads, rows)}\n\nA flush took ${flushMicroseconds} µs. The process needed ${peakMegabytes} MB at most.`,
  };
}

function aTransfer({ results, pgbench, flushMicroseconds }: Result<'post'>) {
  const layoutOf = ({ connections, batch }: (typeof results)[number]) =>
    `${connections} × ${batch}`;
  const svg = drawBars('CPU time of a posted transfer (connections × batch)', 'µs', [
    ...results
      .filter(({ inFlight }) => inFlight >= 100)
      .map((one) => ({
        name: layoutOf(one),
        parts: [
          { of: 'service', value: one.serviceMicroseconds },
          { of: 'PostgreSQL', value: one.postgresMicroseconds },
        ],
      })),
    ...barOf(pgbench === 'not installed' ? undefined : pgbench),
  ]);
  const rows = results.map((one) => [
    layoutOf(one),
    one.transfersPerSecond,
    one.serviceMicroseconds,
    one.postgresMicroseconds,
    ratioText(one.processorToC, 'c'),
  ]);
  const heads = ['connections × batch', 'transfers/s', 'service µs', 'PostgreSQL µs', 'CPU'];
  return { svg, text: `${table(heads, rows)}\n\nA flush took ${flushMicroseconds} µs.` };
}

function otherLedgers({ results, pgbench, accounts }: Result<'ledgers'>) {
  const svg = drawBars('CPU time of a transfer in other ledgers', 'µs', [
    ...results.map((one) => ({
      name: one.name,
      parts: [
        { of: 'PostgreSQL', value: one.postgresMicroseconds },
        { of: 'load', value: one.pgbenchMicroseconds },
      ],
    })),
    ...barOf(pgbench),
  ]);
  const rows = results.map((one) => [
    one.name,
    one.clients,
    one.transfersPerSecond,
    one.postgresMicroseconds,
    ratioText(one.processorToC, 'c'),
  ]);
  const heads = ['ledger', 'clients', 'transfers/s', 'PostgreSQL µs', 'CPU'];
  return {
    svg,
    text: `Their published SQL, called by pgbench, one transfer a transaction, between ${accounts.toLocaleString('en-US')} accounts. A posted
transfer of ours, above, also keeps its idempotency key and goes into the record that proves itself.\n\n${table(heads, rows)}`,
  };
}

function longBooks({ results }: Result<'growth'>) {
  const svg = drawBars(
    'CPU time of PostgreSQL for a message, by entries in the books',
    'µs',
    results.flatMap(({ text, postgresMicroseconds }) =>
      postgresMicroseconds.map(({ entries, microseconds }) => ({
        name: `${text}, ${entries.toLocaleString('en-US')}`,
        parts: [{ of: 'PostgreSQL', value: microseconds }],
      })),
    ),
  );
  const rows = results.map(({ text, growth }) => [text, growth]);
  return { svg, text: table(['', 'the largest books to the smallest'], rows) };
}

function delivered(result: Result<'deliver'>) {
  const svg = drawBars(`From webhook to inbox at ${result.perSecond} a second`, 'ms', [
    { name: 'half of all within', parts: [{ of: 'time', value: result.p50Milliseconds }] },
    { name: '99 of 100 within', parts: [{ of: 'time', value: result.p99Milliseconds }] },
  ]);
  const { atRate, atWorst } = result.peakMegabytes;
  return {
    svg,
    text: `\`tmm serve\` used ${result.serviceMicrosecondsPerMessage} µs of CPU time for a message, sending included, and PostgreSQL
${result.postgresMicrosecondsPerMessage} µs. It needed ${atRate} MB of memory at this rate and ${atWorst} MB at worst, with 256 members writing at once.`,
  };
}

function barOf(pgbench: Result<'conversation'>['pgbench']) {
  if (!pgbench) return [];
  return [
    {
      name: 'pgbench, one transaction',
      parts: [
        { of: 'PostgreSQL', value: pgbench.postgresMicroseconds },
        { of: 'load', value: pgbench.pgbenchMicroseconds },
      ],
    },
  ];
}

function ratioText(ratio: Ratio | undefined, unit: string): string {
  if (ratio === undefined) return '';
  return typeof ratio === 'number' ? `${ratio} ${unit}` : `refused: ${ratio.refused}`;
}

function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const lines = [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return lines.join('\n');
}

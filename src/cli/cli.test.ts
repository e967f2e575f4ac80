import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { makeMemoryFolder } from '../../test/support/memory-folder.ts';
import { runTmm, type Ran } from '../../test/support/run-tmm.ts';
import { sampled } from '../../test/support/sampled.ts';
import { openPGlite } from '../database/open-pglite.ts';
import { embeddedRisk } from '../service/config.ts';

/** Runs the command line as its own process: how it answers misuse, and how it serves. What only needs its answer runs in this one. */
const folder = makeMemoryFolder('tmm-cli-');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const who = ['--who', 'a test', '--why', 'a test'];

function start(words: readonly string[], environment: Record<string, string> = {}) {
  const { DATABASE_URL: _url, TMM_DATA: _data, ...rest } = process.env;
  const child = spawn(process.execPath, [main, ...words], { env: { ...rest, ...environment } });
  let out = '';
  let err = '';
  child.stdout.on('data', (piece: Buffer) => (out += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (err += piece.toString()));
  const ended = new Promise<{ status: number | null; out: string; err: string }>((resolve) => {
    child.on('close', (status) => resolve({ status, out, err }));
  });
  return { child, ended, said: () => out + err };
}

const run = async (words: readonly string[], environment?: Record<string, string>) =>
  start(words, environment).ended;

async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

const misuses: readonly (readonly [readonly string[], RegExp])[] = [
  [['demo', '--port', 'abc'], /--port must be a number/],
  [['demo', '--port', '99999'], /--port must be a number/],
  [['member', 'list', '--data', `${folder}/nothing`], /there is no database/],
  [
    ['member', 'frob', '--data', `${folder}/nothing`],
    /there is no database|unknown command ‘frob’/,
  ],
  [['import', '--accounts', 'no.csv', '--transactions', 'no.csv'], /there is no file no\.csv/],
  [['export', '--format', 'word', '--data', folder], /hledger or beancount/],
  [['frobnicate'], /unknown subcommand ‘frobnicate’/],
  [['verify', '--nonsense'], /nonsense/],
  [['help', 'frobnicate'], /unknown subcommand ‘frobnicate’/],
  [['key', '7'], /unexpected argument ‘7’/],
  [['serve', '--port', '1'], /unexpected argument ‘--port’/],
  [['member', 'constructor', '1', '--data', folder], /unknown command ‘constructor’/],
  [['member', 'show', '1', '2', '--data', folder], /unexpected argument ‘2’/],
  [['code', 'show', '1', '--member', '1', '--data', folder], /unexpected argument ‘1’/],
  [['institution', 'create', 'a', '--data', `${folder}/never`], /give --who and --why/],
  [['import', '--accounts', folder, '--transactions', folder], /is a folder/],
  [['export', '--format', 'hledger', '--database', 'mysql://x'], /is an address such as postgres/],
  [['export', '--format', 'hledger', '--database', ''], /is an address such as postgres/],
  [['migrate', '--data', ''], /must name a folder/],
  [['migrate', '--data', main], /is not a folder/],
  [['demo', '--fresh', '--database', 'postgres://x'], /--fresh works only with a folder/],
  [['demo', '--database', 'postgres://x', '--data', folder], /not both/],
];

it.each(misuses)('%j is wrong use, and gets a sentence that says so', async (words, sentence) => {
  expectMisuse(await runTmm(words), sentence);
});

// Each case starts a process. The sample has every eighth.
const step = sampled({ all: 1, sample: 8 });

it.each(misuses.filter((_, index) => index % step === 0))(
  '%j is wrong use in a process of its own, too',
  async (words, sentence) => expectMisuse(await run(words), sentence),
);

function expectMisuse({ status, err }: Pick<Ran, 'err'> & { status: unknown }, sentence: RegExp) {
  expect(status).toBe(2);
  expect(err).toMatch(sentence);
  expect(err).not.toMatch(/\n\s+at /);
}

it('prints its version', async () => {
  expect(await run(['--version'])).toEqual({ status: 0, out: 'tmm 0.1.0\n', err: '' });
});

it('a demonstration whose port is in use says so and ends', { timeout: 90_000 }, async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, 'localhost', resolve));
  const address = taken.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const shown = await run(['demo', '--port', String(port), '--data', `${folder}/shown`]);
  taken.close();
  expect(shown.status).toBe(2);
  expect(shown.err).toContain(`Port ${port} of localhost is in use`);
});

it('parse reads one text a line, and only a line feed ends a line', async () => {
  const { child, ended } = start(['parse', '-']);
  child.stdin.end('bal\u2028 7\n\nhi\rthere\n#trans 50 7 0\r\nlast');
  const { status, out } = await ended;
  expect(status).toBe(0);
  const lines = out.split('\n');
  expect(lines).toHaveLength(6);
  expect(lines[0]).toBe('{"intent":"balance","account":"7","by":"rule"}');
  expect(lines[3]).toBe('{"intent":"transfer","amount":"50.00","from":"7","to":"0","by":"rule"}');
  expect(lines[4]).toBe('{"intent":"history","by":"rule"}');
});

it.each([
  [['parse', '--shares', '7,0', 'Transfer 50 70']],
  [['parse', '--shares=7,0', 'Transfer', '50', '70']],
  [['parse', 'Transfer 50 70', '--shares', '7, 0']],
])('%j reads with the shares', async (words) => {
  const { status, out } = await runTmm(words);
  expect(status).toBe(0);
  expect(out).toBe('{"intent":"transfer","amount":"50.00","from":"7","to":"0","by":"rule"}\n');
});

it('serve refuses to start without secrets, or with the demonstration’s, and names all at once', async () => {
  const { status, err } = await run(['serve'], {
    TMM_DATA: `${folder}/data`,
    TMM_MASTER_KEYS: `1:${Buffer.alloc(32, 7).toString('base64')}`,
    TMM_X_CONSUMER_SECRETS: 'short',
    TMM_TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
  });
  expect(status).toBe(2);
  for (const name of [
    'TMM_ACCEPT_EMBEDDED',
    'TMM_MASTER_KEYS',
    'TMM_X_CLIENT_ID',
    'TMM_TWILIO_AUTH_TOKENS',
    'TMM_PUBLIC_URL',
  ])
    expect(err).toContain(name);
  expect(err).not.toContain('short');
});

it(
  'from nothing to a service that answers, and that ends on a signal',
  { timeout: 90_000 },
  async () => {
    const data = `${folder}/data`;
    expect((await runTmm(['migrate', '--data', data])).status).toBe(0);
    const made = await runTmm([
      'institution',
      'create',
      'north',
      '--name',
      'North',
      '--zone',
      'America/Chicago',
      '--currency',
      'USD',
      '--data',
      data,
      ...who,
    ]);
    expect(made.err + made.out).toMatch(/north|North/);
    writeFileSync(
      `${folder}/accounts.csv`,
      'member_number,suffix,kind,currency,nickname,overdraft_limit\n1001,7,checking,USD,,0.00\n',
    );
    writeFileSync(
      `${folder}/transactions.csv`,
      'external_id,member_number,suffix,effective_on,amount,kind,check_number,description,balance\na1,1001,7,2026-01-02,50.00,deposit,,CASH,50.00\n',
    );
    const books = await runTmm([
      'import',
      '--accounts',
      `${folder}/accounts.csv`,
      '--transactions',
      `${folder}/transactions.csv`,
      '--data',
      data,
    ]);
    expect(books).toMatchObject({ status: 0 });
    expect(books.out).toMatch(/0 lines not imported, 0 balances different/);
    // The books of a real institution are not the demonstration's, and we never replace them with
    // it.
    const shown = await runTmm(['demo', '--fresh', '--data', data]);
    expect(shown).toMatchObject({ status: 2, err: expect.stringContaining('there is north') });
    const invited = await runTmm(['member', 'invite', '1001', '--data', data, ...who], keys);
    expect(invited.status).toBe(0);
    const port = await freePort();
    const environment = {
      ...keys,
      TMM_DATA: data,
      TMM_ACCEPT_EMBEDDED: embeddedRisk,
      TMM_PUBLIC_URL: 'https://bank.example',
      TMM_PORT: String(port),
      TMM_METRICS_PORT: String(await freePort()),
    };
    // Members would read "Call ." in HELP.
    expect(await run(['serve'], environment)).toMatchObject({
      status: 2,
      err: expect.stringContaining('north has no telephone number'),
    });
    const phone = ['institution', 'set', 'phone="314-555-0100"', '--data', data, ...who];
    // The record is signed since the invitation: without the key nothing in it is changed.
    expect(await runTmm(phone)).toEqual({
      status: 1,
      out: '',
      err: 'tmm institution: This changes what the record covers, and the record is signed: set TMM_MASTER_KEYS as for `tmm serve`\n',
    });
    expect(await runTmm(phone, keys)).toMatchObject({ status: 0 });
    const service = start(['serve'], environment);
    await expect
      .poll(async () => statusOf(`http://127.0.0.1:${port}/health`), { timeout: 30_000 })
      .toBe(200);
    // It does not serve the demonstration's endpoints.
    expect(await statusOf(`http://127.0.0.1:${port}/sign-in`)).toBe(200);
    const entered = await fetch(`http://127.0.0.1:${port}/demo/sign-in`, {
      method: 'POST',
      body: new URLSearchParams({ member: '1001' }),
    });
    expect(entered.status).toBe(404);
    expect(entered.headers.getSetCookie()).toEqual([]);
    service.child.kill('SIGTERM');
    const served = await service.ended;
    expect(served.status).toBe(0);
    // It serves as it was at the start: no carrier is set up here, and the app needs none.
    expect(served.out).toContain('"site":"https://bank.example","channels":{"north":["app"]}');
  },
);

it('checks settings when they are set', { timeout: 90_000 }, async () => {
  const data = `${folder}/data`;
  const settled = async (setting: string) =>
    runTmm(['institution', 'set', setting, '--data', data, ...who], keys);
  expect(await settled('texts={"nothing":{"en":"Hello there."}}')).toMatchObject({
    status: 2,
    err: expect.stringMatching(/There is no text called nothing/),
  });
  expect(await settled('texts={"help":{"en":"Hello {nobody}."}}')).toMatchObject({ status: 2 });
  expect(await settled('limits={"perTransfer":"2,000"}')).toMatchObject({
    status: 2,
    err: expect.stringContaining(
      'limits.perTransfer: is an amount in minor units (cents), such as',
    ),
  });
  expect(await settled('phone="314-555-0100"')).toMatchObject({ status: 0 });
  expect(await runTmm(['member', 'constructor', '1001', '--data', data])).toMatchObject({
    status: 2,
    err: expect.stringMatching(/unknown command ‘constructor’/),
  });
});
it(
  'imports books without any configuration, records it, and exports them',
  { timeout: 60_000 },
  async () => {
    const data = `${folder}/first`;
    const accounts = `${folder}/first-accounts.csv`;
    const transactions = `${folder}/first-transactions.csv`;
    writeFileSync(
      accounts,
      'member_number,suffix,kind,currency,nickname,overdraft_limit\n1001,7,checking,USD,,\n1002,7,checking,USD,STOP,\n',
    );
    const write = (first: number) => {
      const lines = Array.from(
        { length: 60 },
        (_, index) => `a${index},1001,7,2026-01-02,1.00,deposit,,,${index + first}.00\n`,
      );
      writeFileSync(
        transactions,
        `external_id,member_number,suffix,effective_on,amount,kind,check_number,description,balance\nz,1001,7,2026-01-02,1.00,deposit,,,2.00\n${lines.join('')}`,
      );
    };
    const importing = ['import', '--accounts', accounts, '--transactions', transactions];
    write(2);
    const refused = await runTmm([...importing, '--data', data, '--who', 'Kim']);
    expect(refused.status).toBe(1);
    expect(refused.out).toContain('There was no institution, so this created ‘main’');
    expect(refused.out).toContain(
      'transactions.csv line 3: account 1001/7 does not fit: the old system showed 2.00 after this row where 3.00 follows',
    );
    expect(refused.out).toContain('Nothing was posted');
    const partial = await runTmm([...importing, '--partial', '--data', data, '--who', 'Kim']);
    expect(partial).toMatchObject({ status: 1, out: expect.stringContaining('(1001/7)') });
    expect(partial.out).toContain('Accounts: 1 opened');
    write(3);
    const first = await runTmm([...importing, '--data', data, '--who', 'Kim']);
    expect(first.status).toBe(0);
    expect(partial.out).toContain('accounts.csv line 3: imported, but its nickname');
    expect(first.out).toContain('0 lines not imported, 0 balances different');
    expect((await runTmm([...importing, '--data', data])).out).toContain('61 already there');
    const { out } = await runTmm(['export', '--format', 'hledger', '--data', data]);
    expect(out).toContain('-62.00 USD');
    const renamed = ['institution', 'set', '--name', 'North', '--zone', 'America/Chicago'];
    expect((await runTmm([...renamed, '--data', data, ...who])).status).toBe(0);
    const { out: list } = await runTmm(['institution', 'list', '--data', data]);
    expect(list).toMatch(/main +North +America\/Chicago/);
    await using db = await openPGlite({ folder: data });
    const imported = (counts: object) => ({
      who: 'Kim',
      what: 'books_imported',
      detail: expect.objectContaining(counts),
    });
    expect(await db.query('select who, what, detail from acts order by at, id')).toEqual([
      { who: 'Kim', what: 'institution_created', detail: {} },
      imported({ opened: 1, posted: 0 }),
      imported({ opened: 1, posted: 61 }),
      {
        who: 'a test',
        what: 'institution_renamed',
        detail: expect.objectContaining({ name: 'North', zone: 'America/Chicago' }),
      },
    ]);
  },
);

const keys = {
  TMM_MASTER_KEYS: `1:${Buffer.from(Array.from({ length: 32 }, (_, index) => (index * 37 + 11) % 251)).toString('base64')}`,
};

async function statusOf(url: string): Promise<number> {
  return fetch(url).then(
    ({ status }) => status,
    () => 0,
  );
}

import { languages } from '../../../kernel/vocabulary/language.ts';
import { describe, expect, it } from 'vitest';
import { moved, postOrders } from '../../../../test/support/furnish-accounts.ts';
import { hidden, memberPages, read } from '../../../../test/support/member-pages.ts';
import { present } from '../../../kernel/assert.ts';
import { setLoanTerms } from '../../../shares/loan-terms.ts';

const { place, service, site, visit } = memberPages();

/** The target of the transfer form. */
function reviewOf(form: Record<string, string>): string {
  return `/transfer/review?${new URLSearchParams(form).toString()}`;
}

const paths = [
  '/accounts',
  '/accounts/7',
  '/accounts/7?text=cafe&only=cards&from=2026-11-01&to=2026-11-30',
  '/accounts/search',
  '/accounts/search?find=cafe&direction=out&atLeast=1&order=largest',
  '/accounts/search?find=nobody',
  '/accounts/3',
  '/accounts/7/transactions/1',
  '/accounts/7/transactions/1/question',
  '/accounts/7/transactions/1/dispute',
  '/accounts/7/statements',
  '/accounts/7/statements/2026-11',
  '/accounts/7/names',
  '/transfer',
];

describe.each(languages)('in %s', (language) => {
  it.each([0, 2])('every page shows its whole content (person %i)', async (person) => {
    for (const path of paths) {
      if (person === 2 && path === '/accounts/3') continue;
      const { status, text } = await visit(person, path, { language });
      expect([path, status]).toEqual([path, 200]);
      expect(text).toContain(`<html lang="${language}"`);
      expect(text).toMatch(/<h1>[^<]+<\/h1>/);
      expect(text).not.toMatch(/undefined|\[object|NaN|[{}]/);
      expect(text).not.toMatch(/ style=|<script(?! [^>]*src=)| on\w+=/);
    }
  });

  it('a transfer is previewed, made, and reported', async () => {
    const form = { from: '7', to: '0', amount: language === 'en' ? '1.50' : '1,50' };
    const review = await visit(0, reviewOf(form), { language });
    expect(review.status).toBe(200);
    expect(hidden(review.text)).toMatchObject({ from: '7', to: '0', amount: '1.50' });
    const done = await visit(0, '/transfer', { form: hidden(review.text), language });
    for (const { status, text } of [review, done]) {
      expect(status).toBe(200);
      expect(text).not.toMatch(/undefined|\[object|NaN|[{}]/);
    }
  });
});

it.each([
  ['en', 'Loan terms', /Regular payment \$312\.00/, /Dec 20, 2026/, /5\.49\s?%/],
  ['es', 'Condiciones del préstamo', /Pago regular \$312\.00/, /20 dic 2026/, /5\.49\s?%/],
  ['fr', 'Conditions du prêt', /Paiement régulier 312,00/, /20 déc\. 2026/, /5,49\s?%/],
])('a loan shows the terms that the books have, in %s', async (language, title, ...facts) => {
  const before = read((await visit(0, '/accounts/3', { language })).text);
  const { id: institutionId } = service().fixture.institution;
  const [loan] = await place().db.query<{ id: string }>(
    `select id from shares where institution_id = $1 and kind = 'loan'`,
    [institutionId],
  );
  const shareId = present(loan, 'the loan exists').id;
  const dueOn = Temporal.PlainDate.from('2026-12-20');
  await setLoanTerms(place().db, institutionId, [
    { shareId, terms: { rate: 5490, payment: 312_00n, dueOn } },
  ]);
  const text = read((await visit(0, '/accounts/3', { language })).text);
  expect(text).toContain(title);
  for (const fact of facts) expect(text).toMatch(fact);
  await setLoanTerms(place().db, institutionId, [{ shareId, terms: {} }]);
  expect(before).not.toContain(title);
  expect(read((await visit(0, '/accounts/3', { language })).text)).not.toContain(title);
});

it('the overview explains the difference, and has a text for a member without accounts', async () => {
  const text = read((await visit(4, '/accounts')).text);
  expect(text).toContain('$1,000.00 Available');
  expect(text).not.toContain('On hold');
  const much = read((await visit(0, '/accounts')).text);
  expect(much).toMatch(/Available in all \$1,7\d\d\.\d\d €0\.00 Owed in all \$200\.00/);
  expect(much).toContain('Available · $25.00 on hold');
  expect(much).toMatch(/Recent transactions .*Quick transfer/);
  // The limit stands apart from the sum.
  expect(read((await visit(0, '/accounts/7')).text)).toMatch(
    /Posted \$9\d\d\.\d\d − On hold \$25\.00 Overdraft limit, not counted here: \$100\.00/,
  );
  expect(much).toContain('Car 3');
  expect(much).toContain('$200.00 Owed');
  expect(much).toContain('€0.00');
  expect(much).toContain('Closed');
  expect(read((await visit(3, '/accounts')).text)).toContain('No accounts yet');
  expect(read((await visit(3, '/transfer')).text)).toContain('You can’t make a transfer yet');
});

describe('the page of an account', () => {
  it('shows holds, a chart that works without script, and readable history; a statement as posted, escaped', async () => {
    const { text } = await visit(0, '/accounts/7');
    expect(text).toMatch(/<svg[^>]*class="sparkline"/);
    expect(text).toMatch(/data-plot="[\d:. -]+"/);
    const words = read(text);
    expect(words).toMatch(/On hold now \$25\.00 .*Until/);
    expect(words).toContain('Cafe &amp; Sons St Louis');
    await place().db.query('update holds set expires_at = null where institution_id = $1', [
      service().fixture.institution.id,
    ]);
    const endless = read((await visit(0, '/accounts/7')).text);
    expect(endless).toMatch(/On hold now .* no end date/);
    expect(endless).not.toContain('Until no end date');
    const statement = await visit(0, '/accounts/7/statements/2026-11');
    expect(statement.text).toContain('SQ *&lt;CAFE&gt; &amp; SONS 0123 ST LOUIS MO');
    expect((text + statement.text).toLowerCase()).not.toContain('<cafe>');
  });

  it('searches, filters, and says if it found nothing', async () => {
    const rows = async (query: string) =>
      (await visit(0, `/accounts/7?${query}`)).text.match(/<td class="entry-date"/g)?.length ?? 0;
    expect(await rows('only=checks')).toBe(1);
    expect(await rows('text=1042')).toBe(1);
    expect(await rows('text=12.50')).toBe(1);
    expect(await rows('text=-%2445.00')).toBe(1);
    expect(await rows('text=45.01')).toBe(0);
    expect(await rows('only=fees&text=cafe')).toBe(0);
    // A merchant as people write it, a category in the member's language, and a part of a word.
    expect(await rows('text=caf%C3%A9')).toBe(1);
    expect(await rows('text=coffee&only=out')).toBe(1);
    expect(await rows('text=coffee&only=in')).toBe(0);
    expect(await rows('text=af')).toBe(1);
    const none = read((await visit(0, '/accounts/7?text=%25%27%3B--')).text);
    expect(none).toContain('No transactions found');
    const bad = await visit(0, '/accounts/7?from=yesterday');
    expect(bad.status).toBe(200);
    expect(read(bad.text)).not.toContain('Nothing');
    expect(await rows('from=2026-11-02&to=2026-11-01')).toBe(0);
    expect(read((await visit(0, '/accounts/7?from=2026-11-02&to=2026-11-01')).text)).toContain(
      'The end date is before the start date.',
    );
  });

  it('keeps the search from page to page', async () => {
    const { savingsAccountId } = present(service().fixture.members[1], 'they live here');
    await postOrders(
      place(),
      Array.from({ length: 120 }, (_, index) =>
        moved(place(), {
          accountId: savingsAccountId,
          amount: 100n,
          kind: 'deposit',
          description: `DRIP NO ${index + 1}`,
        }),
      ),
    );
    const seen: string[] = [];
    let path: string | undefined = '/accounts/0?text=drip&only=in';
    while (path !== undefined && seen.length < 1_000) {
      const { text } = await visit(1, path);
      const balances = text.matchAll(/class="number entry-balance">[^$]*\$([\d,.]+)/g);
      seen.push(...[...balances].map(([, balance = '']) => balance));
      path = /href="(\/accounts\/0\?[^"]*(?:before|after)=\w+[^"]*)"/
        .exec(text)?.[1]
        ?.replaceAll('&amp;', '&');
      if (path !== undefined) expect(path).toContain('text=drip');
    }
    expect(seen).toEqual(Array.from({ length: 120 }, (_, index) => `${620 - index}.00`));
  });

  it('of another member, or of nobody, does not exist', async () => {
    for (const path of [
      '/accounts/3',
      '/accounts/3/statements',
      '/accounts/3/statements/2026-11',
      '/accounts/3/statements/2026-11.csv',
      '/accounts/3/names',
      '/accounts/3/transactions/1',
      '/accounts/3/transactions/1/dispute',
      '/accounts/7/transactions/999999',
      '/accounts/3/statements/2026.zip',
      '/accounts/7/statements/2199-01',
      '/accounts/7/statements/2199-01.ofx',
    ]) {
      const { status, text } = await visit(1, path);
      expect([path, status]).toEqual([path, 404]);
      expect(text).not.toContain('Car');
      // The title says so, too.
      expect(text).toContain('<title>We can’t find this page');
    }
  });
});

describe('a statement', () => {
  it('adds up on its page, and comes as a file', async () => {
    const words = read((await visit(0, '/accounts/0/statements/2026-11')).text);
    expect(words).toContain('Statement November 2026');
    expect(words).toMatch(/Opening balance \$0\.00/);
    expect(words).toContain('Dividends paid this period $1.25');
    expect(words).toContain('Annual percentage yield earned');
    expect(words).toMatch(/Total Overdraft Fees \$0\.00 \$0\.00/);
    expect(words).toContain('We must hear from you no later than 60 days');
    for (const [as, type] of [
      ['csv', 'text/csv; charset=utf-8'],
      ['ofx', 'application/x-ofx; charset=utf-8'],
    ] as const) {
      const file = await visit(0, `/accounts/0/statements/2026-11.${as}`);
      expect(file.headers.get('content-type')).toBe(type);
      expect(file.headers.get('content-disposition')).toBe(
        `attachment; filename="savings-0-2026-11.${as}"`,
      );
      expect(file.text).toContain('DIVIDEND');
    }
  });
});

describe('a transaction', () => {
  it('shows both sides, the balances around it, and the receipt', async () => {
    const form = { from: '7', to: '0', amount: '3.25', nonce: service().world.ids.next() };
    const made = read((await visit(2, '/transfer', { form: { ...form, ...agreed } })).text);
    const receipt = present(/Receipt (\S+)/.exec(made)?.[1], 'the receipt is shown');
    const number = present(receipt.split('-')[1], 'a receipt ends in the entry');
    const words = read((await visit(2, `/accounts/7/transactions/${number}`)).text);
    expect(words).toMatch(
      /Transfer to Savings 0 −\$3\.25 .*From Checking 7 To Savings 0 Balance before \$1,000\.00 Balance after \$996\.75/,
    );
    expect(words).toContain(`Receipt ${receipt}`);
    const there = /href="(\/accounts\/0\/transactions\/\d+)"/.exec(
      (await visit(2, `/accounts/7/transactions/${number}`)).text,
    )?.[1];
    const other = read((await visit(2, present(there, 'the other side has a page'))).text);
    expect(other).toMatch(/Transfer from Checking 7 \+\$3\.25 .*From Checking 7 To Savings 0/);
    expect(other).toContain(`Receipt ${receipt}`);
    const french = await visit(2, `/accounts/7/transactions/${number}`, { language: 'fr' });
    expect(read(french.text)).toContain('Virement vers Épargne 0');
  });

  it('takes a question and a dispute, and keeps no secret of them', async () => {
    const path = '/accounts/7/transactions/2';
    const empty = await visit(0, `${path}/question`, { form: { words: '  ' } });
    expect([empty.status, empty.text.includes('id="words-error"')]).toEqual([422, true]);
    const long = await visit(0, `${path}/dispute`, { form: { words: 'x'.repeat(1_001) } });
    expect([long.status, long.text.includes('id="words-error"')]).toEqual([422, true]);
    const asked = await visit(0, `${path}/question`, {
      form: { words: 'Who is this? My card is 4111 1111 1111 1111 <b>' },
    });
    expect(asked.location).toMatch(/transactions\/2\?done=question&reference=T-\d{4}-\d+$/);
    expect(read((await visit(0, asked.location ?? '')).text)).toMatch(
      /We have your question\. Its reference is T-.*Question T-\S+ Open/,
    );
    // Only our own words stand in our notice.
    const forged = await visit(0, `${path}?done=question&reference=call%20555-0100`);
    expect(read(forged.text)).not.toMatch(/call 555-0100|We have your question/);
    const [task] = await place().db.query<{ detail: string; due: unknown }>(
      `select detail, due_on as due from tasks where institution_id = $1 and account_id is not null`,
      [service().fixture.institution.id],
    );
    expect(task?.detail).toMatch(/Who is this\? My card is █/);
    expect(task?.due).not.toBeNull();
    const disputed = await visit(0, `${path}/dispute`, { form: { words: 'Not me. PIN 4821' } });
    const page = present(disputed.location, 'it leads to the dispute');
    const words = read((await visit(0, page)).text);
    expect(words).toMatch(/Dispute D-\S+ Open .*Not me\. PIN █+/);
    expect(words).toContain('Your dispute is open.');
    // The question about the same transaction became this dispute.
    expect(read((await visit(0, path)).text)).not.toContain('Question T-');
    const again = await visit(0, `${path}/dispute`, { form: { words: 'Still not me' } });
    expect(again.location).toBe(page.replace('opened', 'already'));
    expect(read((await visit(0, page)).text)).toContain('Still not me');
    expect((await visit(1, page.replace(/\?.*/, ''))).status).toBe(404);
    const withdraw = `${page.replace(/\?.*/, '')}/withdraw`;
    expect((await visit(1, withdraw, { form: {} })).status).toBe(404);
    const withdrawn = await visit(0, withdraw, { form: {} });
    expect(read((await visit(0, withdrawn.location ?? '')).text)).toContain('Withdrawn by you');
    // Twice is once.
    expect((await visit(0, withdraw, { form: {} })).status).toBe(303);
    expect(read((await visit(0, '/messages/disputes')).text)).toMatch(/D-\S+ Withdrawn by you/);
  });
});

const agreed = { regulation_e: 'on', esign: 'on' };

describe('a transfer', () => {
  it('shows each fault once: at the field, or above if it concerns no single field', async () => {
    const timesSaid = async (form: Record<string, string>, sentence: string) =>
      read((await visit(0, reviewOf(form))).text).split(sentence).length - 1;
    const amount = 'Please enter the amount as 50 or 1250.00';
    expect(await timesSaid({ from: '7', to: '0', amount: 'abc' }, amount)).toBe(1);
    const { text } = await visit(0, reviewOf({ from: '7', to: '0', amount: 'abc' }));
    expect(text).toContain('id="amount-error"');
    const missing = await visit(0, reviewOf({ from: '', to: '0', amount: '5' }));
    expect(missing.text).toContain('notice-wrong');
    expect(missing.text).toContain('id="from-error"');
  });

  const available = async (person: number) =>
    /\$([\d,.]+)\s*<\/span\s*>\s*<span class="hint">Available/.exec(
      (await visit(person, '/accounts/7')).text,
    )?.[1];

  it('moves once, however often its form is sent; shows both balances', async () => {
    const form = { from: '7', to: '0', amount: '250' };
    const review = await visit(4, reviewOf(form));
    expect(read(review.text)).toMatch(/Move \$250\.00 from Checking 7 to Savings 0/);
    expect(await available(4)).toBe('1,000.00');
    const done = await visit(4, '/transfer', { form: hidden(review.text) });
    expect(read(done.text)).toMatch(
      /moved \$250\.00 .* \$750\.00 .*Savings 0 · Available now \$750\.00/,
    );
    const again = await visit(4, '/transfer', { form: hidden(review.text) });
    expect(again.status).toBe(200);
    expect(read(again.text)).toContain('nothing moved a second time');
    expect(await available(4)).toBe('750.00');
  });

  it('allows going back: its page carries the form’s nonce, so that it moves no second time', async () => {
    const nonce = service().world.ids.next();
    const back = reviewOf({ from: '7', to: '0', amount: '1.25', nonce });
    const form = hidden((await visit(4, back)).text);
    expect(form['nonce']).toBe(nonce);
    const before = await available(4);
    expect(read((await visit(4, '/transfer', { form })).text)).toContain('moved $1.25');
    const after = await available(4);
    expect(after).not.toBe(before);
    const again = await visit(4, '/transfer', { form: hidden((await visit(4, back)).text) });
    expect(read(again.text)).toContain('nothing moved a second time');
    expect(await available(4)).toBe(after);
    await visit(4, '/transfer', {
      form: { from: '0', to: '7', amount: '1.25', nonce: service().world.ids.next() },
    });
  });

  it('that is refused shows the form again with its values and the reason, in the page’s language', async () => {
    const form = { from: '7', to: '0', amount: '9999' };
    const { status, text } = await visit(4, reviewOf(form), { language: 'fr' });
    expect(status).toBe(422);
    expect(text).toMatch(/name="amount"[^>]*value="9999"|value="9999"[^>]*name="amount"/);
    expect(text).toContain('aria-invalid="true"');
    expect(text).toMatch(/<option\s+value="7"\s+selected/);
    expect(read(text)).toContain('Vous pouvez virer jusqu’à 750,00');
    const made = await visit(4, '/transfer', {
      form: { ...form, nonce: service().world.ids.next() },
    });
    expect(made.status).toBe(422);
    const bare = await visit(4, '/transfer', { form: {} });
    expect(bare.status).toBe(422);
    expect(await available(4)).toBe('750.00');
  });
});

it('names lead back to the page under the account’s new name', async () => {
  const post = async (path: string, form: Record<string, string> = {}) =>
    visit(4, `/accounts/${path}`, { form });
  expect((await post('7/names/suffix', { chosen: 'c9' })).location).toBe(
    '/accounts/C9/names?done=suffix',
  );
  expect(read((await visit(4, '/accounts/C9/names?done=suffix')).text)).toContain(
    'Changed. In messages this account is now C9.',
  );
  expect((await post('C9/names/nickname', { nickname: 'Café' })).location).toBe(
    '/accounts/C9/names?done=nickname',
  );
  expect((await post('0/names/default')).location).toBe('/accounts/0/names?done=default');
  expect((await post('C9/names/source')).location).toBe('/accounts/C9/names?done=source');
  const taken = await post('C9/names/suffix', { chosen: '0' });
  expect(taken.status).toBe(409);
  expect(taken.text).toContain('value="0"');
  expect((await visit(4, '/accounts/7')).status).toBe(404);
});

it('strangers are sent to sign in, and their post is not carried out', async () => {
  const response = await site().request('/accounts/7?days=30');
  expect([response.status, response.headers.get('location')]).toEqual([
    303,
    `/sign-in?next=${encodeURIComponent('/accounts/7?days=30')}`,
  ]);
});

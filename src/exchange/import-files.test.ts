import { expect, it } from 'vitest';
import { onSampledEngines } from '../../test/support/sampled-engines.ts';
import { institutionFromFiles, type Texts } from '../../test/support/import-files.ts';
import { present } from '../kernel/assert.ts';
import { verify } from '../ledger/verify/verify.ts';
import { readContacts } from '../members/contacts.ts';
import { readMailingAddress } from '../members/mailing-address.ts';
import { findMemberByNumber } from '../members/members.ts';
import { loadLoanTerms } from '../shares/loan-terms.ts';
import { loadShares } from '../shares/load-shares.ts';

const members = `number,name,language,phone,email,address
104,Ann Lee,English,(314) 555-0134,ann@post.example,12 Elm St|St. Louis MO 63101
105,José Díaz,es,,,
`;
const shares = `member_number,suffix,kind,overdraft_limit,joint_owners,loan_rate,loan_payment,loan_due_day,closed_on
104,9,share draft,$500.00,105,,,,
104,1,share,,,,,,
104,60,auto loan,,105:61,5.49,250.00,15,
104,3,share,,,,,,2026-11-05
`;
const transactions = `external_id,member_number,suffix,effective_on,amount,description,balance
1,104,9,2026-11-02,"$1,100.25",PAYROLL,1100.25
2,104,9,2026-11-03,(50.00),SHOP,1050.25
3,104,60,2026-11-02,-250.00,PAYMENT,1750.00
4,104,3,2026-11-02,5.00,OPEN,5.00
5,104,3,2026-11-05,-5.00,CLOSE,0.00
`;
const holds = `external_id,member_number,suffix,amount,description,expires_on
h1,104,9,20.00,GAS,2099-12-30
`;
const all: Texts = { members, shares, transactions, holds };
const since = Temporal.PlainDate.from('2026-11-01');

onSampledEngines('a folder of files', (db) => {
  const begin = async () => institutionFromFiles(db());
  const memberOf = async (institutionId: number, number: string) =>
    present(await findMemberByNumber(db(), institutionId, number), 'the file has this member');

  it('becomes members with names, shared accounts, loan terms, entries and holds', async () => {
    const { institution, bring, balances, keyring } = await begin();
    const rehearsed = await bring(all, { isDryRun: true });
    expect(await balances()).toEqual({});
    const report = await bring(all);
    expect(report.errors).toEqual([]);
    expect(report).toMatchObject({
      members: { added: 2, lines: 2 },
      accounts: { opened: 4 },
      transactions: { posted: 5 },
      holds: { placed: 1 },
    });
    expect(rehearsed).toMatchObject({
      members: report.members,
      accounts: { opened: 4 },
      transactions: { posted: 5 },
      changes: report.changes,
    });
    expect(await balances()).toEqual({
      '104/1': 0n,
      '104/3': 0n,
      '104/60': 175000n,
      '104/9': 105025n,
    });
    const ann = await memberOf(institution.id, '104');
    expect(ann).toMatchObject({ name: 'Ann Lee', language: 'en' });
    expect(await readMailingAddress(db(), ann)).toEqual(['12 Elm St', 'St. Louis MO 63101']);
    const place = { institutionId: institution.id, keyring };
    expect((await readContacts(db(), place, [ann.id])).get(ann.id)).toEqual({
      phone: '+13145550134',
      email: 'ann@post.example',
    });
    const enrolled = await db().query('select 1 from addresses where institution_id = $1', [
      institution.id,
    ]);
    expect(enrolled).toEqual([]);
    const jose = await memberOf(institution.id, '105');
    const owned = (await loadShares(db(), institution.id, [jose.id])).get(jose.id) ?? [];
    expect(owned.map(({ suffix, role, kind }) => [suffix, role, kind])).toEqual([
      ['0', 'joint', 'checking'],
      ['61', 'joint', 'loan'],
    ]);
    const loan = present(owned[1], 'the loan has two owners');
    expect((await loadLoanTerms(db(), institution.id, [loan.id])).get(loan.accountId)).toEqual({
      rate: 5490,
      payment: 25000n,
      dueDay: 15,
    });
    expect((await verify(db(), { institutionId: institution.id, keyring })).problems).toEqual([]);
  });

  it('changes nothing when it comes again, on another day too', async () => {
    const { bring, institution, balances } = await begin();
    await bring(all);
    const before = await balances();
    const rows = async () =>
      db().query(
        `select (select count(*) from transactions where institution_id = $1) as t,
          (select count(*) from acts where institution_id = $1) as a, (select count(*) from chain where institution_id = $1) as c`,
        [institution.id],
      );
    const there = await rows();
    for (const how of [{}, { since }]) {
      const again = await bring(all, how);
      expect(again).toMatchObject({
        errors: [],
        changes: [],
        members: { added: 0, changed: 0 },
        accounts: { opened: 0 },
        transactions: { posted: 0, already: 5 },
        holds: { placed: 0, already: 1, released: 0 },
      });
    }
    expect(await balances()).toEqual(before);
    expect(await rows()).toEqual(there);
  });

  it('writes nothing at all if one line of any file is invalid', async () => {
    const { bring, balances, institution } = await begin();
    const invalid: [Texts, string, RegExp][] = [
      [{ ...all, members: `${members}104,Twice,,,,\n` }, 'members', /already in line 2/],
      [{ ...all, members: `${members}1 6,Bob,,,,\n` }, 'members', /^number "1 6" is not valid/],
      [{ ...all, members: `${members}106,,,,,\n` }, 'members', /^name is missing/],
      [{ ...all, members: `${members}106,Bob,klingon,,,\n` }, 'members', /^language "klingon"/],
      [{ ...all, members: `${members}106,Bob,,12,,\n` }, 'members', /^phone "12" is no telephone/],
      [{ ...all, members: `${members}106,Bob,,,bob at x,\n` }, 'members', /^email "bob at x"/],
      [{ ...all, members: `${members}106,Bob,,,,1|2|3|4|5|6|7\n` }, 'members', /^address has more/],
      [{ ...all, shares: `${shares}104,9,share,,,,,,\n` }, 'accounts', /already in line 2/],
      [
        { ...all, shares: `${shares}104,8,shoe,,,,,,\n` },
        'accounts',
        /column kind: "shoe" is no kind/,
      ],
      [
        { ...all, shares: `${shares}104,8,share,,104,,,,\n` },
        'accounts',
        /the owner of the account itself/,
      ],
      [
        { ...all, shares: `${shares}104,8,share,,105:61,,,,\n` },
        'accounts',
        /another account with the suffix 61/,
      ],
      [
        { ...all, shares: `${shares}104,8,share,,105;105,,,,\n` },
        'accounts',
        /names member 105 twice/,
      ],
      [{ ...all, shares: `${shares}104,8,share,,,5.0,,,\n` }, 'accounts', /are for loans only/],
      [{ ...all, shares: `${shares}104,8,loan,,,500,,,\n` }, 'accounts', /^loan_rate "500"/],
      [{ ...all, shares: `${shares}104,8,loan,,,,,32,\n` }, 'accounts', /^loan_due_day "32"/],
      [
        { ...all, shares: `${shares}104,8,share,,,,,,2026-02-30\n` },
        'accounts',
        /closed_on: "2026-02-30" is no day/,
      ],
      [
        { ...all, transactions: `${transactions}6,104,3,2026-11-06,1.00,X,1.00\n` },
        'accounts',
        /only an empty account can be closed/,
      ],
      [
        { ...all, transactions: `${transactions}6,104,8,2026-11-06,1.00,X,\n` },
        'transactions',
        /no account 104\/8/,
      ],
      [
        {
          ...all,
          transactions: transactions
            .replaceAll('\n', ',\n')
            .replace('balance,', 'balance,currency')
            .replace('5.00,\n', '5.00,EUR\n'),
        },
        'transactions',
        /^currency "EUR" is not the account’s, USD/,
      ],
      [{ ...all, holds: `${holds}h1,104,9,1.00,X,\n` }, 'holds', /already in line 2/],
      [{ ...all, holds: `${holds}h2,104,8,1.00,X,\n` }, 'holds', /no account 104\/8/],
      [{ ...all, holds: `${holds}h2,104,9,-1.00,X,\n` }, 'holds', /^amount "-1.00"/],
    ];
    for (const [texts, file, says] of invalid) {
      const report = await bring(texts);
      expect(report.isRefused).toBe(true);
      expect(report.errors).toContainEqual(
        expect.objectContaining({ file, reason: expect.stringMatching(says) }),
      );
    }
    expect(await balances()).toEqual({});
    expect(await findMemberByNumber(db(), institution.id, '104')).toBeUndefined();
  });

  it('needs a key for phones and e-mail addresses, which are never stored as they are', async () => {
    const { bring, institution } = await begin();
    await expect(bring({ members }, { keys: 'none' })).rejects.toMatchObject({
      code: 'key_missing',
    });
    await bring({ members });
    const [row] = await db().query<{ phone: Uint8Array }>(
      'select phone from member_contacts where institution_id = $1',
      [institution.id],
    );
    expect(Buffer.from(present(row, 'Ann has a phone').phone).toString('latin1')).not.toContain(
      '5550134',
    );
  });

  it('leaves what members have unless it follows other files', async () => {
    const { bring, institution } = await begin();
    await bring(all);
    const other = { members: 'number,name,phone\n104,Ann Diaz,314 555 0199\n' };
    const first = await bring(other);
    expect(first.members).toMatchObject({ added: 0, changed: 0, different: 1 });
    const old = await bring(other, {
      since,
      isOld: { members: true, shares: false, holds: false },
    });
    expect(old.members).toMatchObject({ changed: 0, different: 1 });
    const nightly = await bring(other, { since });
    expect(nightly.members).toMatchObject({ changed: 1, different: 0 });
    expect(await memberOf(institution.id, '104')).toMatchObject({ name: 'Ann Diaz' });
    const acts = await db().query(
      `select what, subject, detail from acts where institution_id = $1 and what = 'member_details'`,
      [institution.id],
    );
    expect(acts).toEqual([{ what: 'member_details', subject: '104', detail: {} }]);
  });

  it('takes changed owners, limits, holds and closings of a nightly file, each once', async () => {
    const { bring, institution, keyring } = await begin();
    await bring(all);
    const night: Texts = {
      shares: `member_number,suffix,kind,overdraft_limit,joint_owners,loan_rate,closed_on
104,9,share draft,$700.00,,,
104,1,share,,106,,2026-11-30
104,60,auto loan,,105,4.99,
`,
      transactions: `external_id,member_number,suffix,effective_on,amount,description,balance
1,104,9,2026-11-02,"$1,100.25",PAYROLL,1100.25
2,104,9,2026-11-03,(50.00),SHOP,1050.25
6,104,9,2026-11-29,-50.25,SHOP,1000.00
`,
      holds: 'external_id,member_number,suffix,amount,description\nh2,104,9,5.00,INN\n',
    };
    const dry = await bring(night, { since, isDryRun: true });
    const report = await bring(night, { since });
    expect(report.errors).toEqual([]);
    expect(report.changes.map(({ reason }) => reason)).toEqual([
      'member 105 is no longer a joint owner',
      'the overdraft limit changed',
      'member 106 is a joint owner, as 0',
      'closed on 2026-11-30',
      'loan terms changed',
    ]);
    expect(dry.changes).toHaveLength(5);
    expect(report).toMatchObject({
      transactions: { posted: 1, already: 2 },
      holds: { placed: 1, released: 1 },
    });
    const jose = await memberOf(institution.id, '105');
    const seen = (await loadShares(db(), institution.id, [jose.id])).get(jose.id) ?? [];
    expect(seen.map(({ suffix, maySee, mayMoveFrom }) => [suffix, maySee, mayMoveFrom])).toEqual([
      ['0', false, false],
      ['61', true, false],
    ]);
    const again = await bring(night, { since });
    expect(again).toMatchObject({
      changes: [],
      transactions: { posted: 0 },
      holds: { placed: 0, released: 0 },
    });
    const events = await db().query(
      `select event, count(*)::int as count from account_events where institution_id = $1 and event <> 'opened' group by event order by event`,
      [institution.id],
    );
    expect(events).toEqual([
      { event: 'closed', count: 2 },
      { event: 'limit', count: 1 },
    ]);
    const back = await bring({ shares: shares.replace('$500.00,105', '$700.00,105') }, { since });
    expect(back.changes.map(({ reason }) => reason)).toContain(
      'member 105 is a joint owner again, as 0',
    );
    expect((await verify(db(), { institutionId: institution.id, keyring })).problems).toEqual([]);
  });

  const openHolds = async (institutionId: number) =>
    db().query(
      `select amount, description from holds where institution_id = $1 and state = 'open' order by amount`,
      [institutionId],
    );
  const holdsHeader = 'external_id,member_number,suffix,amount,description,expires_on\n';

  it('keeps the holds of accounts that it leaves out, and all if a line of holds is wrong', async () => {
    const { bring, institution } = await begin();
    await bring({ ...all, holds: `${holds}h2,104,1,3.00,INN,\nh3,104,1,4.00,CAR,\n` });
    const left = { transactions: `${transactions}6,104,9,2026-11-29,-1.00,SHOP,1.00\n` };
    // The entry of 104/9 doesn't fit, so its holds stay, in the file or not.
    const night = { ...left, shares, holds: `${holdsHeader}h2,104,1,3.00,INN,\n` };
    const same = { ...night, holds: `${night.holds}h1,104,9,20.00,GAS,2099-12-30\n` };
    const bad = { ...same, holds: `${same.holds}h3,104,1,x,CAR,\n` };
    for (const [texts, released] of [
      [bad, 0],
      [same, 1],
      [night, 0],
    ] as const) {
      const dry = await bring(texts, { since, partial: true, isDryRun: true });
      const report = await bring(texts, { since, partial: true });
      expect(report.leftOut).toEqual(['104/9']);
      expect([dry.holds.released, report.holds.released]).toEqual([released, released]);
    }
    expect(await openHolds(institution.id)).toEqual([
      { amount: 300n, description: 'INN' },
      { amount: 2000n, description: 'GAS' },
    ]);
  });

  it('changes a hold, and places one again that comes back', async () => {
    const { bring, institution, keyring } = await begin();
    await bring(all);
    const night = (lines: string) => ({ shares, holds: `${holdsHeader}${lines}` });
    const steps = [
      ['h1,104,9,25.00,GAS,2099-12-30\n', 1, 1, [{ amount: 2500n, description: 'GAS' }]],
      ['h1,104,9,25.00,GAS,2099-12-30\n', 0, 0, [{ amount: 2500n, description: 'GAS' }]],
      ['', 0, 1, []],
      ['h1,104,9,25.00,GAS,2099-12-30\n', 1, 0, [{ amount: 2500n, description: 'GAS' }]],
      ['h1,104,9,25.00,GAS,2099-12-31\n', 1, 1, [{ amount: 2500n, description: 'GAS' }]],
    ] as const;
    for (const [lines, placed, released, open] of steps) {
      const dry = await bring(night(lines), { since, isDryRun: true });
      const report = await bring(night(lines), { since });
      expect(report).toMatchObject({ errors: [], holds: { placed, released } });
      expect(dry.holds).toEqual(report.holds);
      expect(await openHolds(institution.id)).toEqual(open);
    }
    const isOld = { members: false, shares: false, holds: true };
    for (const how of [{}, { since, isOld }])
      expect((await bring(night('h1,104,9,9.00,GAS,\n'), how)).holds).toMatchObject({
        placed: 0,
        already: 1,
        released: 0,
      });
    expect((await verify(db(), { institutionId: institution.id, keyring })).problems).toEqual([]);
  });

  it('records no digest of an old file, which would become the newest', async () => {
    const { bring, institution } = await begin();
    const isOld = { members: true, shares: false, holds: true };
    await bring(all, { digests: { members: 'm', shares: 's', holds: 'h' }, isOld });
    const acts = await db().query(
      `select detail->'digests' as digests from acts where institution_id = $1 and what = 'books_imported'`,
      [institution.id],
    );
    expect(acts).toEqual([{ digests: { shares: 's' } }]);
  });
});

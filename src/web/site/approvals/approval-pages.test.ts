import { expect, it } from 'vitest';
import { siteOver } from '../../../../test/support/site-routes.ts';
import { approvalTests } from '../../../../test/support/approvals.ts';
import { onSampledEngines } from '../../../../test/support/sampled-engines.ts';
import { startPushService } from '../../../../test/support/push-service.ts';
import { present } from '../../../kernel/assert.ts';
import { languages } from '../../../kernel/vocabulary/language.ts';
import { addDevice } from '../../../operations/devices/add-device.ts';
import type { Visitor } from '../../../../test/support/visitor.ts';

onSampledEngines('the pages of approvals and devices', (db) => {
  const tests = approvalTests(db, {});
  const { activatePasskey, ask, key, list } = tests;
  const site = () =>
    siteOver({
      db: tests.recorded(),
      world: tests.service().world,
      keyring: tests.service().fixture.keyring,
      institutionId: key(0).institutionId,
    });
  const visit = async (
    browser: Visitor,
    path: string,
    how: { post?: true; language?: string } = {},
  ) => {
    const response = await site().request(`https://bank.example${path}`, {
      method: how.post ? 'POST' : 'GET',
      headers: {
        cookie: `__Host-mv_session=${browser.cookies.get('session') ?? ''}`,
        'sec-fetch-site': 'same-origin',
        'accept-language': how.language ?? 'en',
        ...(how.post ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
      },
    });
    return {
      status: response.status,
      location: response.headers.get('location'),
      text: (await response.text()).replaceAll(/\s+/g, ' '),
    };
  };

  it.each(languages)('exist in %s, empty and with something in them', async (language) => {
    const { browser } = await activatePasskey(0);
    const empty = await visit(browser, '/messages/approvals', { language });
    expect(empty.status).toBe(200);
    expect(empty.text).toContain('class="empty"');
    expect((await visit(browser, '/messages/devices', { language })).text).not.toMatch(
      /undefined|\{\w+\}/,
    );
    const { id } = await ask(0, browser, '#trans 120 7 0');
    const page = await visit(browser, '/messages/approvals', { language });
    expect(page.text).not.toMatch(/undefined|\{\w+\}/);
    expect(page.text).toContain(`data-begin="/api/v1/approvals/${id}/begin"`);
    expect(page.text).toContain(`data-finish="/api/v1/approvals/${id}/approve"`);
    expect(page.text).toContain('/static/passkeys.js');
    const done = await visit(browser, `/messages/approvals/${id}/decline`, { post: true });
    expect(done).toMatchObject({ status: 303, location: '/messages/approvals?did=declined' });
    expect((await visit(browser, `/messages/approvals/${id}/decline`, { post: true })).status).toBe(
      409,
    );
    expect((await list(browser))[0]).toMatchObject({ id, state: 'declined' });
    const after = await visit(browser, '/messages/approvals?did=declined', { language });
    expect(after.text).toContain('role="status"');
    await db().query('delete from approvals where institution_id = $1', [key(0).institutionId]);
  });

  it('show what a passkey would sign, and escape what members name', async () => {
    const { browser } = await activatePasskey(1);
    const { text } = await visit(browser, '/messages/approvals');
    expect(text).not.toContain('$');
    await ask(1, browser, '#trans 1,250.50 7 0').catch(() => {});
    await ask(1, browser, '#trans 130.50 7 0');
    const page = (await visit(browser, '/messages/approvals')).text;
    expect(page).toContain('<h2 id="approval-');
    for (const shown of ['$130.50', 'Checking 7', 'Savings 0', 'Asked for by X'])
      expect(page).toContain(shown);
    const service = await startPushService();
    await db().query(
      `update institutions set settings = settings || '{"pushServices": ["push.example"]}'::jsonb where id = $1`,
      [key(0).institutionId],
    );
    await browser.do(addDevice, { ...service.subscribe(), label: '<b>Ann</b>' });
    await service[Symbol.asyncDispose]();
    const devices = (await visit(browser, '/messages/devices')).text;
    expect(devices).toContain('&lt;b&gt;Ann&lt;/b&gt;');
    const id = /\/messages\/devices\/([\w-]+)\/remove/.exec(devices)?.[1];
    expect(
      await visit(browser, `/messages/devices/${present(id, 'it is listed')}/remove`, {
        post: true,
      }),
    ).toMatchObject({ status: 303, location: '/messages/devices?did=removed' });
    const left = (await visit(browser, '/messages/devices')).text;
    const session = /\/messages\/devices\/([\w-]+)\/sign-out/.exec(left)?.[1];
    await visit(browser, `/messages/devices/${present(session, 'it is listed')}/sign-out`, {
      post: true,
    });
    expect(await visit(browser, '/messages/devices')).toMatchObject({ status: 303 });
  });
});

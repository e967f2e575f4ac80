import type { Language } from '../../../kernel/vocabulary/language.ts';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contentOfPage } from '../../../../test/support/content-of-page.ts';
import { openTestDatabase } from '../../../../test/support/engines.ts';
import { memberRequest } from '../../../../test/support/member-request.ts';
import { startService, type Service } from '../../../../test/support/service.ts';
import type { Database } from '../../../database/database.ts';
import type { PortalEnv } from '../../frame/visit.ts';
import { createMessagePages } from './message-pages.ts';

let db: Database;
let service: Service;
beforeAll(async () => {
  db = await openTestDatabase();
  service = await startService(db, {
    people: 2,
    settings: { businessDays: { rules: { '2026-01-03': { weekdays: [1, 2, 3, 4, 5, 6] } } } },
  });
});
afterAll(async () => db[Symbol.asyncDispose]());

async function read(path: string, language: Language): Promise<string> {
  const request = await memberRequest({ db, fixture: service.fixture, world: service.world }, 0, {
    session: { verifiedAt: service.clock.now() },
    ports: {
      channels: ['x', 'sms'],
      x: {
        userByHandle: async () => undefined,
        follow: async () => 'forbidden',
        watchHandle: async () => {},
      },
    },
  });
  const app = new Hono<PortalEnv>();
  app.use(async (context, next) => {
    context.set('request', { ...request, language });
    await next();
  });
  app.route('/', createMessagePages());
  return contentOfPage(await (await app.request(path)).text());
}

it.each([
  ['en', 'Our business days are Monday to Saturday, without federal holidays.'],
  ['fr', 'Nos jours ouvrables vont du lundi au samedi, hors jours fériés fédéraux.'],
  ['es', 'Nuestros días hábiles son de lunes a sábado, sin los feriados federales.'],
] as const)('the disclosure names our own business days in %s', async (language, sentence) => {
  await db.query('delete from consents where institution_id = $1', [
    service.fixture.institution.id,
  ]);
  expect(await read('/messages/enroll/x', language)).toContain(sentence);
});

it.each([
  ['en', 'We answer you, or give you provisional credit, by'],
  ['fr', 'Nous vous répondons, ou vous créditons provisoirement, au plus tard le'],
  ['es', 'Le respondemos, o le damos crédito provisional, a más tardar el'],
] as const)('the disputes show their deadlines in %s', async (language, term) => {
  const { text } = await service.say(0, 'dispute');
  await service.say(0, /OK \d{4}/.exec(text ?? '')?.[0] ?? '');
  await db.query('update cases set credited_on = $1, credit_told_on = $1', ['2026-11-24']);
  const list = await read('/messages/disputes', language);
  const path = /href="(\/messages\/disputes\/D-[^"]+)"/.exec(list)?.[1] ?? '';
  const page = await read(path, language);
  expect(page).toContain(term);
  expect(page).toContain('datetime="2026-12-05"');
  expect(page).toContain('datetime="2027-01-07"');
  // Credited on the 24th. Two business days later: Wednesday and, after Thanksgiving, Friday.
  expect(page).toContain('datetime="2026-11-27"');
});

import type { Page } from 'playwright-core';
import { changeSettings } from '../../src/members/institution.ts';
import { staffActor } from '../support/actor.ts';
import { openPhone, type Phone, type PhoneKind } from './phone.ts';
import { person, type Site } from './site.ts';

/** Opens the app as a member, with the conversation begun. */
export async function openConversation(
  site: Site,
  name: string,
  how: PhoneKind = {},
): Promise<Phone> {
  const phone = await openPhone(site, how);
  await site.enter(phone.context, person(name).number);
  await phone.page.goto(`${site.url}/app`);
  const start = phone.page.locator('.opening .primary');
  const composer = phone.page.locator('.composer textarea');
  await start.or(composer).first().waitFor();
  if (await start.isVisible()) await start.click();
  await composer.waitFor();
  return phone;
}

/** What is said in the conversation, by the member or by us. */
export const bubbles = (page: Page, whose: 'mine' | 'ours') =>
  page.locator(`.said.${whose} .bubble`);

/** Writes a message and waits for the answer. */
export async function write(page: Page, text: string): Promise<string> {
  const before = await bubbles(page, 'ours').count();
  await page.fill('.composer textarea', text);
  await page.click('.composer .send');
  const answer = bubbles(page, 'ours').nth(before);
  await answer.waitFor();
  return (await answer.textContent()) ?? '';
}

/** Changes settings of the institution. */
export async function changeSettingsOf(
  { db, world, institution }: Site,
  changes: object,
): Promise<void> {
  const actor = staffActor('test', 'a test');
  await db.transaction(async (tx) =>
    changeSettings(tx, world, { institutionId: institution.id, changes, actor }),
  );
}

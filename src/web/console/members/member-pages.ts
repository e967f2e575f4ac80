import { Hono } from 'hono';
import { allowMoney, stopMoney } from '../../../operations/staff/set-money-movement.ts';
import { closeAccess, signOutMember } from '../../../operations/staff/end-access.ts';
import { inviteMember } from '../../../operations/staff/invite-member.ts';
import { lockMember, unlockMember } from '../../../operations/staff/lock-member.ts';
import {
  setMemberDefault,
  setMemberLanguage,
  setMemberSource,
  setMemberTimeZone,
} from '../../../operations/staff/set-preferences.ts';
import { unbindAddress } from '../../../operations/staff/unbind-address.ts';
import type { StaffOperation } from '../../../operations/operation.ts';
import { lowerLimits, raiseLimits } from '../../../operations/people/set-limits.ts';
import { unmaskPhone } from '../../../operations/people/unmask-phone.ts';
import { readMemberFile } from '../../../operations/people/read-member-file.ts';
import { voidMemberCodes } from '../../../operations/people/void-codes.ts';
import type { ConsoleMemberTexts } from '../../../languages/console-texts.ts';
import { act, answer, look, refusedLook, signedIn } from '../frame/act.ts';
import type { ConsoleContext, ConsoleEnv } from '../frame/console-env.ts';
import { accessPage } from './access-page.ts';
import { auditPage } from './audit-page.ts';
import { addBookPages } from './books/book-pages.ts';
import { memberPath } from './file-head.ts';
import { filePage } from './file-page.ts';
import { findPage } from './find-page.ts';
import { sayMembers } from './say.ts';
import { unmaskedPage } from './unmasked-page.ts';

interface Act {
  readonly operation: StaffOperation;
  readonly said: keyof ConsoleMemberTexts;
  /** The page afterwards: the file by default. */
  readonly next?: string;
}

/** What the forms on a member's pages do, by the end of their address. */
const memberActs: Readonly<Record<string, Act>> = {
  lock: { operation: lockMember, said: 'lock_done' },
  unlock: { operation: unlockMember, said: 'unlock_done' },
  invite: { operation: inviteMember, said: 'invite_done' },
  'void-codes': { operation: voidMemberCodes, said: 'void_codes_done' },
  'sign-out': { operation: signOutMember, said: 'sign_out_done', next: '/access' },
  'close-access': { operation: closeAccess, said: 'close_access_done', next: '/access' },
  language: { operation: setMemberLanguage, said: 'saved' },
  default: { operation: setMemberDefault, said: 'saved' },
  source: { operation: setMemberSource, said: 'saved' },
};

/** The acts on one address that name it by its channel and id. */
const addressActs: Readonly<Record<string, Act>> = {
  'allow-money': { operation: allowMoney, said: 'allow_money_done' },
  'stop-money': { operation: stopMoney, said: 'stop_money_done' },
  unbind: { operation: unbindAddress, said: 'unbind_done' },
};

const limitActs: Readonly<Record<string, Act>> = {
  'raise-limits': { operation: raiseLimits, said: 'raise_done' },
  'lower-limits': { operation: lowerLimits, said: 'lower_done' },
};

/** The pages of members: finding one, the file, the books. */
export function createMemberPages(): Hono<ConsoleEnv> {
  const app = new Hono<ConsoleEnv>();
  app.get('/members', findPage);
  app.get('/members/:number', filePage);
  app.get('/members/:number/access', accessPage);
  app.get('/members/:number/audit', auditPage);
  for (const [name, one] of Object.entries(memberActs))
    app.post(`/members/:number/${name}`, async (context) => carryOut(context, one));
  app.post('/members/:number/zone', setZone);
  for (const [name, one] of Object.entries(limitActs))
    app.post(`/members/:number/addresses/:id/${name}`, async (context) =>
      carryOut(context, one, { addressId: context.req.param('id') ?? '' }),
    );
  for (const [name, one] of Object.entries(addressActs))
    app.post(`/members/:number/addresses/:id/${name}`, async (context) => onAddress(context, one));
  app.post('/members/:number/addresses/:id/unmask', unmask);
  addBookPages(app);
  return app;
}

async function carryOut(
  context: ConsoleContext,
  { operation, said, next = '' }: Act,
  more: object = {},
): Promise<Response> {
  const number = context.req.param('number') ?? '';
  const performed = await act(context, operation, { number, ...more });
  const say = sayMembers(signedIn(context));
  return answer(context, performed, { to: `${memberPath(number)}${next}`, said: say(said) });
}

/** An empty zone means the institution's, so it must not be left out. */
async function setZone(context: ConsoleContext): Promise<Response> {
  const form = await context.req.parseBody();
  const zone = typeof form['zone'] === 'string' ? form['zone'] : '';
  return carryOut(context, { operation: setMemberTimeZone, said: 'saved' }, { zone });
}

/** These operations name an address by channel and id, as `tmm` does. */
async function onAddress(context: ConsoleContext, one: Act): Promise<Response> {
  const number = context.req.param('number') ?? '';
  const id = context.req.param('id') ?? '';
  const { done, refused } = await look(context, readMemberFile, { number });
  if (refused) return refusedLook(context, refused);
  const channel = done.addresses.find((address) => address.id === id)?.channel ?? '?';
  return carryOut(context, one, { channel, handle: id });
}

async function unmask(context: ConsoleContext): Promise<Response> {
  const number = context.req.param('number') ?? '';
  const performed = await act(context, unmaskPhone, {
    number,
    addressId: context.req.param('id') ?? '',
  });
  if (performed.refused) return answer(context, performed, { to: memberPath(number), said: '' });
  return unmaskedPage(context, { number, phone: performed.done.phone });
}

import { lockService } from '../../../operations/messages/lock-service.ts';
import { unlockService } from '../../../operations/messages/unlock-service.ts';
import { perform, type Told } from '../../../operations/perform.ts';
import { html } from '../../ui/html.ts';
import { notice } from '../../ui/notice.ts';
import { goTo, sectionPage, toVerify, type Visit } from './section.ts';

const here = '/messages/lock';

/** Stops the whole service at once, or restarts it after a fresh verification. */
export async function lockPage(visit: Visit, refused?: Told): Promise<Response> {
  const { request, say } = visit;
  const isLocked = request.member.lockedAt !== undefined;
  return sectionPage(visit, {
    title: say('lock_title'),
    lead: say('lock_lead'),
    refused,
    body: html`<section class="card stack">
      ${
        isLocked
          ? html`${notice('mind', say('lock_is'))}
              <p>${say('unlock_lead')}</p>
              <p class="row">
                <a href="/messages/log#newest">${say('nav_log')}</a>
                <a href="/accounts">${say('lock_see')}</a>
              </p>
              <form method="post" action="${here}/off">
                <button class="primary">${say('unlock_button')}</button>
              </form>`
          : html`<p>${say('lock_is_open')}</p>
              <form method="post" action="${here}">
                <button class="danger">${say('lock_button')}</button>
              </form>`
      }
    </section>`,
  });
}

export async function postLock(visit: Visit): Promise<Response> {
  const { done, refused } = await perform(visit.request, lockService, {});
  return done ? goTo(visit, here, 'locked') : lockPage(visit, refused);
}

export async function postUnlock(visit: Visit): Promise<Response> {
  const { done, refused } = await perform(visit.request, unlockService, {});
  if (done) return goTo(visit, here, 'service_unlocked');
  return refused.code === 'verify_first' ? toVerify(visit, here) : lockPage(visit, refused);
}

// @ts-check
/** How messages and posts look on the phone. */
import { filled } from './phone-texts.js';

/** @typedef {import('./phone-texts.js').PhoneTexts} PhoneTexts */
/**
 * @typedef {{ id: string, text: string, mine: boolean, at: number, took?: number, segments?:
 * number, status?: string }} Message
 */
/** @typedef {{ id: string, text: string, author: string, handle: string, at: number }} Post */

/** @param {string} name @param {string} [className] @param {string} [content] */
export function element(name, className, content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (content !== undefined) made.textContent = content;
  return made;
}

/**
 * The time of day at the bank.
 * @param {number} at
 * @param {string} locale
 * @param {boolean} [toTheSecond]
 */
export const clock = (at, locale, toTheSecond = false) =>
  new Intl.DateTimeFormat(locale, {
    hour: 'numeric',
    minute: '2-digit',
    ...(toTheSecond ? { second: '2-digit' } : {}),
    timeZone: 'America/Chicago',
  }).format(at);

/** @param {Message} message @param {PhoneTexts} says */
function metaOf({ at, mine, segments, status }, says) {
  const parts = [clock(at, says.locale)];
  if (segments !== undefined)
    parts.push(segments === 1 ? says.segment : filled(says.segments, { count: String(segments) }));
  if (!mine && status) parts.push(says.statuses[status] ?? '');
  return parts.filter(Boolean).join(' · ');
}

/**
 * A message as a bubble with its time.
 * @param {HTMLElement} thread @param {Message} message @param {PhoneTexts} says
 */
export function showMessage(thread, message, says) {
  thread.querySelector('.empty')?.remove();
  answered(thread);
  const bubble = element('div', `bubble ${message.mine ? 'mine' : 'theirs'}`);
  const code = message.mine ? undefined : /^(.*\s)([A-Z0-9]{6})$/s.exec(message.text);
  if (code) {
    bubble.append(code[1] ?? '');
    const mark = element('span', 'code', code[2]);
    mark.title = says.code;
    bubble.append(mark);
  } else bubble.textContent = message.text;
  const meta = element('div', `meta ${message.mine ? 'mine' : ''}`, metaOf(message, says));
  meta.dataset['of'] = message.id;
  thread.append(bubble, meta);
  thread.scrollTop = thread.scrollHeight;
}

/**
 * Shows dots while an answer is due, until it arrives or can no longer arrive.
 * @param {HTMLElement} thread
 * @param {PhoneTexts} says
 */
export function awaitAnswer(thread, says) {
  answered(thread);
  const typing = element('div', 'bubble theirs typing');
  typing.setAttribute('role', 'img');
  typing.setAttribute('aria-label', says.typing);
  typing.append(element('i'), element('i'), element('i'));
  thread.append(typing);
  thread.scrollTop = thread.scrollHeight;
  setTimeout(() => typing.remove(), 3_000);
}

/** @param {HTMLElement} thread */
export function answered(thread) {
  thread.querySelector('.typing')?.remove();
}

/**
 * Shows what the carrier reported about a text.
 * @param {HTMLElement} thread @param {Message} message @param {PhoneTexts} says
 */
export function showStatus(thread, message, says) {
  const meta = [...thread.querySelectorAll('.meta')].find(
    (one) => one instanceof HTMLElement && one.dataset['of'] === message.id,
  );
  if (meta) meta.textContent = metaOf(message, says);
}

/** @param {HTMLElement} timeline @param {Post} post @param {PhoneTexts} says */
export function showPost(timeline, post, says) {
  timeline.querySelector('.empty')?.remove();
  const box = element('article', 'post');
  const header = element('header');
  header.append(
    element('strong', '', post.author),
    element('span', '', `@${post.handle} · ${clock(post.at, says.locale)}`),
  );
  box.append(header, element('p', '', post.text));
  timeline.append(box);
  timeline.scrollTop = timeline.scrollHeight;
}

/** @param {string} name */
export const initials = (name) =>
  name
    .split(' ')
    .map((part) => part[0] ?? '')
    .join('')
    .slice(0, 2);

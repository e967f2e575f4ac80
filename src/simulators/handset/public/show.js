// @ts-check
/** How messages and posts look on the phone. */

/** @typedef {{ id: string, text: string, mine: boolean, at: number, took?: number, segments?: number, status?: string }} Message */
/** @typedef {{ id: string, text: string, author: string, handle: string, at: number }} Post */

/** @param {string} name @param {string} [className] @param {string} [content] */
export function element(name, className, content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (content !== undefined) made.textContent = content;
  return made;
}

/** The time of day at the bank, as its answers say it. @param {number} at @param {boolean} [toTheSecond] */
export const clock = (at, toTheSecond = false) =>
  new Intl.DateTimeFormat(undefined, {
    hour: 'numeric',
    minute: '2-digit',
    ...(toTheSecond ? { second: '2-digit' } : {}),
    timeZone: 'America/Chicago',
  }).format(at);

/** @type {Record<string, string>} */
const statuses = {
  queued: '',
  sent: 'Sent',
  delivered: 'Delivered',
  undelivered: 'Not delivered',
  failed: 'Not sent',
};

/** @param {Message} message */
function metaOf({ at, mine, segments, status }) {
  const parts = [clock(at)];
  if (segments !== undefined) parts.push(segments === 1 ? '1 segment' : `${segments} segments`);
  if (!mine && status) parts.push(statuses[status] ?? '');
  return parts.filter(Boolean).join(' · ');
}

/**
 * A message as a bubble with its time.
 * @param {HTMLElement} thread @param {Message} message
 */
export function showMessage(thread, message) {
  thread.querySelector('.empty')?.remove();
  answered(thread);
  const bubble = element('div', `bubble ${message.mine ? 'mine' : 'theirs'}`);
  const code = message.mine ? undefined : /^(.*\s)([A-Z0-9]{6})$/s.exec(message.text);
  if (code) {
    bubble.append(code[1] ?? '');
    const mark = element('span', 'code', code[2]);
    mark.title =
      'Your code: only you and your credit union know it. A message without it is not from them.';
    bubble.append(mark);
  } else bubble.textContent = message.text;
  const meta = element('div', `meta ${message.mine ? 'mine' : ''}`, metaOf(message));
  meta.dataset['of'] = message.id;
  thread.append(bubble, meta);
  thread.scrollTop = thread.scrollHeight;
}

/** An answer is due: dots, until it comes or none can come any more. @param {HTMLElement} thread */
export function awaitAnswer(thread) {
  answered(thread);
  const typing = element('div', 'bubble theirs typing');
  typing.setAttribute('role', 'img');
  typing.setAttribute('aria-label', 'An answer is on its way');
  typing.append(element('i'), element('i'), element('i'));
  thread.append(typing);
  thread.scrollTop = thread.scrollHeight;
  setTimeout(() => typing.remove(), 3_000);
}

/** @param {HTMLElement} thread */
export function answered(thread) {
  thread.querySelector('.typing')?.remove();
}

/** The carrier told what became of a text. @param {HTMLElement} thread @param {Message} message */
export function showStatus(thread, message) {
  const meta = [...thread.querySelectorAll('.meta')].find(
    (one) => one instanceof HTMLElement && one.dataset['of'] === message.id,
  );
  if (meta) meta.textContent = metaOf(message);
}

/** @param {HTMLElement} timeline @param {Post} post */
export function showPost(timeline, post) {
  timeline.querySelector('.empty')?.remove();
  const box = element('article', 'post');
  const header = element('header');
  header.append(
    element('strong', '', post.author),
    element('span', '', `@${post.handle} · ${clock(post.at)}`),
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

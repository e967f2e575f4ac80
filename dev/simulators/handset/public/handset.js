// @ts-check
/** The phone's page: one member's conversations, live, and their bank beside it. The phone speaks the member's language. */
import { offerBank, offerConsole } from './beside.js';
import { loadLanguages, phoneIn } from './languages.js';
import { listMembers } from './members.js';
import { filled } from './phone-texts.js';
import {
  answered,
  awaitAnswer,
  clock,
  element,
  showMessage,
  showPost,
  showStatus,
} from './show.js';
import { offers } from './words.js';

/** @typedef {import('./show.js').Message} Message */
/** @typedef {import('./show.js').Post} Post */
/** @typedef {import('./members.js').Member} Member */
/** @typedef {'chat' | 'messages' | 'texts' | 'public'} View */
/** @typedef {{ name: string, handle: string, number: string | null, site: string | null, console: string | null, chat:
 * boolean }} Bank */

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const views = /** @type {const} */ ({
  chat: 'chat',
  messages: 'thread',
  texts: 'texts',
  public: 'timeline',
});
const endpoints = {
  chat: '/handset/chats',
  messages: '/handset/messages',
  texts: '/handset/texts',
  public: '/handset/posts',
};
const most = { chat: 10_000, messages: 10_000, texts: 1_600, public: 280 };
const chat = byId('chat');
const thread = byId('thread');
const texts = byId('texts');
const timeline = byId('timeline');
const chips = byId('chips');
const log = byId('log');
const problem = byId('problem');
const text = /** @type {HTMLTextAreaElement} */ (byId('text'));
const select = /** @type {HTMLSelectElement} */ (byId('member'));
const isAlone = location.pathname === '/phone';

/** @type {Member[]} */
let members = [];
/** @type {Member | undefined} */
let current;
/** What the phone says of itself, in its member's language. */
let { says } = phoneIn();
/** @type {EventSource | undefined} */
let events;
/** @type {View} */
let view = 'messages';
/** @type {Bank} */
let bank = { name: '', handle: '', number: null, site: null, console: null, chat: false };
/** @type {Map<string, Message>} */
let seen = new Map();
/** The last message to the member, by view. @type {Record<string, string>} */
let last = {};

/** @param {HTMLElement} where @param {Message} message */
function show(where, message) {
  if (seen.has(message.id)) return false;
  seen.set(message.id, message);
  showMessage(where, message, says);
  if (!message.mine) {
    last[where === thread ? 'messages' : where === chat ? 'chat' : 'texts'] = message.text;
    suggest();
  }
  return true;
}

/** Puts the phone's own texts and labels into the member's language. */
function speak() {
  const phone = byId('phone');
  phone.lang = current?.language ?? 'en';
  /** @param {string} name */
  const text = (name) => says[/** @type {'phone'} */ (name)];
  for (const one of phone.querySelectorAll('[data-text]'))
    one.textContent = text(one.getAttribute('data-text') ?? '');
  for (const one of [phone, ...phone.querySelectorAll('[data-label]')])
    one.setAttribute('aria-label', text(one.getAttribute('data-label') ?? ''));
}

/** A word to try first, in the member's language. */
const firstWord = () => offers(phoneIn(current?.language).words, '').usual[0] ?? '';

function suggest() {
  const { invited, usual } = offers(phoneIn(current?.language).words, last[view] ?? '');
  const offered = view === 'public' ? [`@${bank.handle} ${firstWord()} 7`] : [...invited, ...usual];
  chips.replaceChildren(
    ...offered.map((word) => {
      const chip = element('button', invited.includes(word) ? 'strong' : '', word);
      chip.setAttribute('type', 'button');
      chip.addEventListener('click', () => void send(word));
      return chip;
    }),
  );
}

/** @param {string} sentence */
function tell(sentence) {
  log.querySelector('.empty')?.remove();
  const line = element('li');
  const at = new Date();
  const when = element('time', '', clock(at.getTime(), 'en-US', true));
  when.setAttribute('datetime', at.toISOString());
  line.append(element('span', '', sentence), when);
  log.prepend(line);
  while (log.children.length > 30) log.lastChild?.remove();
}

/** @param {string} path @param {object} body @returns whether the server accepted it */
async function post(path, body) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answer.ok;
}

/** @param {string} words */
async function send(words) {
  problem.textContent = '';
  if (!current || words.trim() === '') return;
  if (words.length > most[view]) {
    problem.textContent = filled(says.tooLong, {
      most: most[view].toLocaleString(says.locale),
      count: words.length.toLocaleString(says.locale),
    });
    text.value = words;
    return;
  }
  try {
    const taken = await post(endpoints[view], { member: current.id, text: words });
    if (!taken) problem.textContent = says.notSent;
    else if (view === 'public')
      tell('Posted in public: we carry nothing out and answer nothing there.');
  } catch {
    problem.textContent = says.silent;
  }
}

/** @param {string} number */
const spoken = (number) => number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '+1 $1-$2-$3');

/** @param {Member} member */
async function open(member) {
  current = member;
  ({ says } = phoneIn(member.language));
  events?.close();
  seen = new Map();
  last = {};
  const first = firstWord();
  chat.replaceChildren(
    element('p', 'empty', filled(says.noChats, { name: member.name, word: first })),
  );
  byId('new-phone').title = says.changePhoneTitle;
  thread.replaceChildren(
    element('p', 'empty', filled(says.noMessages, { name: member.name, word: first })),
  );
  texts.replaceChildren(
    element(
      'p',
      'empty',
      filled(says.noTexts, {
        phone: spoken(member.phone),
        number: spoken(bank.number ?? ''),
        bank: bank.site ?? says.onlineBank,
      }),
    ),
  );
  timeline.replaceChildren(element('p', 'empty', says.noPosts));
  problem.textContent = '';
  speak();
  invite();
  for (const button of document.querySelectorAll('.members button')) {
    button.setAttribute('aria-pressed', String(button.getAttribute('data-id') === member.id));
  }
  select.value = member.id;
  showFollow(member);
  remember();
  offerBank(member, bank.site, isAlone);
  suggest();
  const answer = await fetch(`/handset/conversation/${member.id}`);
  const said =
    /** @type {{ chats: Message[], messages: Message[], texts: Message[], posts: Post[] }} */ (
      await answer.json()
    );
  for (const message of said.chats) show(chat, message);
  for (const message of said.messages) show(thread, message);
  for (const message of said.texts) show(texts, message);
  for (const one of said.posts) showOnce(one);
  listen(member);
}

/** @param {Post} post */
function showOnce(post) {
  if (seen.has(post.id)) return;
  seen.set(post.id, { id: post.id, text: post.text, mine: true, at: post.at });
  showPost(timeline, post, says);
}

/** @param {Member} member */
function showFollow(member) {
  byId('follow').textContent = member.follows ? says.unfollow : says.follow;
  byId('follow').title = member.follows ? says.unfollowTitle : says.followTitle;
}

/** @param {Member} member */
function listen(member) {
  const source = new EventSource(`/handset/events/${member.id}`);
  events = source;
  source.addEventListener('ready', () => (byId('offline').hidden = true));
  source.addEventListener('error', () => (byId('offline').hidden = false));
  /** @param {HTMLElement} where @param {string} by */
  const heard = (where, by) => (/** @type {MessageEvent<string>} */ event) => {
    const message = /** @type {Message} */ (JSON.parse(event.data));
    if (!show(where, message)) return;
    if (message.mine) {
      awaitAnswer(where, says);
      tell(`Sent by ${by}: ${message.text.slice(0, 40)}`);
    } else if (message.took === undefined) tell(`The credit union wrote by ${by}.`);
    else tell(`Answered from the ledger in ${message.took} ms.`);
  };
  source.addEventListener('message', heard(thread, 'direct message'));
  source.addEventListener('chat', heard(chat, 'X Chat, encrypted'));
  source.addEventListener('text', heard(texts, 'text message'));
  source.addEventListener('receipt', (event) => {
    const { id, status } = JSON.parse(event.data);
    const message = seen.get(id);
    if (!message) return;
    message.status = status;
    showStatus(texts, message, says);
    if (status === 'delivered') tell('The carrier reported it delivered.');
  });
  source.addEventListener('post', (event) => showOnce(JSON.parse(event.data)));
  source.addEventListener('delivery', (event) => {
    const { by, type, status } = JSON.parse(event.data);
    if (type !== 'dm.received' && type !== 'chat.received' && !type.startsWith('post.')) return;
    tell(`${by} delivered a signed webhook (${type}); answered ${status} after the commit.`);
    // An accepted message gets its answer at once, or none at all, such as after STOP.
    setTimeout(() => answered(type === 'chat.received' ? chat : thread), 1_500);
  });
}

/** Shows a hint while nothing is written yet. */
function invite() {
  text.placeholder = filled(view === 'public' ? says.placeholderInPublic : says.placeholder, {
    handle: bank.handle,
    word: firstWord(),
  });
}

/** @param {View} next */
function turn(next) {
  view = next;
  for (const [name, id] of Object.entries(views)) {
    byId(id).hidden = name !== next;
    byId(`tab-${name}`).setAttribute('aria-pressed', String(name === next));
  }
  invite();
  byId('bank-handle').textContent =
    next === 'texts' ? spoken(bank.number ?? '') : `@${bank.handle}`;
  byId('follow').hidden = next === 'texts' || next === 'chat';
  byId('new-phone').hidden = next !== 'chat';
  const shown = byId(views[next]);
  shown.scrollTop = shown.scrollHeight;
  remember();
  suggest();
}

/** Remembers the member and the view across a reload. */
function remember() {
  const address = new URL(location.href);
  if (current) address.searchParams.set('member', current.number);
  address.searchParams.set('view', view);
  history.replaceState(null, '', address);
}

let foot = 0;

/**
 * Measures suggestions and composer, so that floating parts stay above them and the last message
 * stays in view.
 */
function measureFoot() {
  const before = foot;
  foot = chips.offsetHeight + byId('form').offsetHeight;
  document.documentElement.style.setProperty('--foot', `${foot}px`);
  for (const one of [chat, thread, texts, timeline]) if (before > 0) one.scrollTop += foot - before;
}

async function begin() {
  const feet = new ResizeObserver(measureFoot);
  for (const part of [chips, byId('form')]) feet.observe(part);
  const answer = await fetch('/handset/members');
  const data = /** @type {{ bank: Bank, members: Member[] }} */ (await answer.json());
  members = data.members;
  await loadLanguages(members.map(({ language }) => language));
  bank = data.bank;
  byId('bank-name').textContent = bank.name;
  offerConsole(bank.console);
  byId('tab-texts').hidden = bank.number === null;
  byId('tab-chat').hidden = !bank.chat;
  document.documentElement.toggleAttribute('data-alone', isAlone || bank.site === null);
  listMembers(members, { list: byId('members'), select, open: (member) => void open(member) });
  const asked = new URLSearchParams(location.search);
  const first = members.find(({ number }) => number === asked.get('member')) ?? members[0];
  const wanted = asked.get('view');
  const isOffered = wanted === 'texts' || wanted === 'public' || (wanted === 'chat' && bank.chat);
  turn(isOffered ? wanted : 'messages');
  if (first) await open(first);
}

byId('form').addEventListener('submit', (event) => {
  event.preventDefault();
  const words = text.value;
  text.value = '';
  void send(words);
});
text.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  /** @type {HTMLFormElement} */ (byId('form')).requestSubmit();
});
select.addEventListener('change', () => {
  const chosen = members.find(({ id }) => id === select.value);
  if (chosen) void open(chosen);
});
for (const name of /** @type {View[]} */ (Object.keys(views)))
  byId(`tab-${name}`).addEventListener('click', () => turn(name));
byId('follow').addEventListener('click', () => {
  if (!current) return;
  const member = current;
  void post('/handset/follow', {
    member: member.id,
    text: member.follows ? 'unfollow' : 'follow',
  }).then(() => {
    member.follows = !member.follows;
    showFollow(member);
    tell(
      member.follows
        ? 'The member follows the credit union again. Transfers by X stay locked until they verify the account in online banking.'
        : 'The member unfollowed. Transfers by X are locked until they verify the account in online banking.',
    );
  });
});
byId('new-phone').addEventListener('click', () => {
  if (!current) return;
  void post('/handset/chat-phone', { member: current.id }).then(() =>
    tell(
      'The member moved to another phone, which has other keys. Questions are answered; money waits until they confirm the keys in online banking.',
    ),
  );
});
byId('theme').addEventListener('click', () => {
  const isDark =
    document.documentElement.dataset['theme'] === 'dark' ||
    (!document.documentElement.dataset['theme'] &&
      matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset['theme'] = isDark ? 'light' : 'dark';
});
begin().catch(() => {
  byId('offline').hidden = false;
});

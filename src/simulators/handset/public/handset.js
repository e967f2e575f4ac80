// @ts-check
/** The phone's page: one member's conversation, live. */

/** @typedef {{ id: string, name: string, handle: string, language: string, about: string, follows: boolean }} Member */
/** @typedef {{ id: string, text: string, mine: boolean, at: number, took?: number }} Message */
/** @typedef {{ id: string, text: string, author: string, handle: string, at: number }} Post */

const textMax = 10_000;

/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const thread = byId('thread');
const timeline = byId('timeline');
const chips = byId('chips');
const log = byId('log');
const problem = byId('problem');
const text = /** @type {HTMLTextAreaElement} */ (byId('text'));
const select = /** @type {HTMLSelectElement} */ (byId('member'));

/** @type {Member[]} */
let members = [];
/** @type {Member | undefined} */
let current;
/** @type {EventSource | undefined} */
let events;
/** @type {'messages' | 'public'} */
let view = 'messages';
let bankHandle = '';
let seen = new Set();

/** @param {string} name @param {string} [className] @param {string} [content] */
function element(name, className, content) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (content !== undefined) made.textContent = content;
  return made;
}

/** @param {number} at */
const clock = (at) =>
  new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' }).format(at);

/** @param {Message} message */
function show(message) {
  if (seen.has(message.id)) return;
  seen.add(message.id);
  thread.querySelector('.empty')?.remove();
  thread.querySelector('.typing')?.remove();
  const bubble = element('div', `bubble ${message.mine ? 'mine' : 'theirs'}`);
  const code = message.mine ? undefined : /^(.*\s)([A-Z0-9]{6})$/s.exec(message.text);
  if (code) {
    bubble.append(code[1] ?? '');
    const mark = element('span', 'code', code[2]);
    mark.title =
      'Your code: only you and your credit union know it. A message without it is not from them.';
    bubble.append(mark);
  } else bubble.textContent = message.text;
  thread.append(bubble, element('div', `meta ${message.mine ? 'mine' : ''}`, clock(message.at)));
  if (message.mine) {
    const typing = element('div', 'bubble theirs typing');
    typing.setAttribute('aria-label', 'Answering');
    typing.append(element('i'), element('i'), element('i'));
    thread.append(typing);
    setTimeout(() => typing.remove(), 8_000);
  } else suggest(message.text);
  thread.scrollTop = thread.scrollHeight;
}

/** @param {Post} post */
function showPost(post) {
  if (seen.has(post.id)) return;
  seen.add(post.id);
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

const usual = [
  '#bal',
  '#hist 7',
  '#dep 7',
  '#holds',
  '#trans 50 7 0',
  '#checks 7',
  'accounts',
  'HELP',
];

/** What the last answer invites to say comes first. @param {string} [said] */
function suggest(said = '') {
  const invited = [...said.matchAll(/OK \d{4}/g)].map(([found]) => found).slice(0, 1);
  if (invited.length > 0) invited.push('NO');
  if (/\bMORE\b/.test(said)) invited.push('MORE');
  if (/(?:^|\s)1[:.)] /.test(said)) invited.push('1', '2');
  const offered = view === 'public' ? [`@${bankHandle} #bal 7`] : [...invited, ...usual];
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
  log.prepend(element('li', '', sentence));
  while (log.children.length > 6) log.lastChild?.remove();
}

/** @param {string} path @param {object} body */
async function post(path, body) {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (answer.ok) return undefined;
  const said = await answer.json().catch(() => ({}));
  return typeof said.problem === 'string' ? said.problem : 'That could not be sent. Try again.';
}

/** @param {string} words */
async function send(words) {
  problem.textContent = '';
  if (!current || words.trim() === '') return;
  if (words.length > textMax) {
    problem.textContent = `X takes at most ${textMax.toLocaleString()} characters; this has ${words.length.toLocaleString()}.`;
    return;
  }
  try {
    const refused = await post(view === 'public' ? '/api/posts' : '/api/messages', {
      member: current.id,
      text: words,
    });
    if (refused) problem.textContent = refused;
    else if (view === 'public')
      tell('Posted in public: nothing is carried out, nothing answered there.');
  } catch {
    problem.textContent = 'The demonstration does not answer. Is it still running?';
  }
}

/** @param {Member} member */
async function open(member) {
  current = member;
  events?.close();
  seen = new Set();
  thread.replaceChildren(element('p', 'empty', `${member.name} has no messages yet. Try #bal.`));
  timeline.replaceChildren(
    element(
      'p',
      'empty',
      'Nothing public yet. Post a command here by mistake and see what happens.',
    ),
  );
  for (const button of document.querySelectorAll('.members button')) {
    button.setAttribute('aria-pressed', String(button.getAttribute('data-id') === member.id));
  }
  select.value = member.id;
  byId('follow').textContent = member.follows ? 'Unfollow' : 'Follow';
  suggest();
  const answer = await fetch(`/api/conversation/${member.id}`);
  const { messages, posts } = /** @type {{ messages: Message[], posts: Post[] }} */ (
    await answer.json()
  );
  for (const message of messages) show(message);
  thread.querySelector('.typing')?.remove();
  for (const one of posts) showPost(one);
  listen(member);
}

/** @param {Member} member */
function listen(member) {
  const source = new EventSource(`/api/events/${member.id}`);
  events = source;
  source.addEventListener('ready', () => (byId('offline').hidden = true));
  source.addEventListener('error', () => (byId('offline').hidden = false));
  source.addEventListener('message', (event) => {
    const message = /** @type {Message} */ (JSON.parse(event.data));
    show(message);
    if (message.mine) tell('Sent by direct message.');
    else
      tell(
        message.took === undefined
          ? 'The credit union wrote.'
          : `Answered from the books in ${message.took} ms.`,
      );
  });
  source.addEventListener('post', (event) => showPost(JSON.parse(event.data)));
  source.addEventListener('delivery', (event) => {
    const { type, status } = JSON.parse(event.data);
    if (type === 'dm.received' || type.startsWith('post.'))
      tell(`X delivered a signed webhook (${type}); answered ${status} after the commit.`);
  });
}

/** @param {'messages' | 'public'} next */
function turn(next) {
  view = next;
  thread.hidden = next !== 'messages';
  timeline.hidden = next !== 'public';
  byId('tab-messages').setAttribute('aria-pressed', String(next === 'messages'));
  byId('tab-public').setAttribute('aria-pressed', String(next === 'public'));
  text.placeholder =
    next === 'public' ? `Post in public, such as @${bankHandle} #bal 7` : 'Message, such as #bal';
  suggest();
}

/** @param {string} name */
const initials = (name) =>
  name
    .split(' ')
    .map((part) => part[0] ?? '')
    .join('')
    .slice(0, 2);

async function begin() {
  const answer = await fetch('/api/members');
  const data = /** @type {{ bank: { name: string, handle: string }, members: Member[] }} */ (
    await answer.json()
  );
  members = data.members;
  bankHandle = data.bank.handle;
  byId('bank-name').textContent = data.bank.name;
  byId('bank-handle').textContent = `@${data.bank.handle}`;
  for (const member of members) {
    const button = element('button');
    button.setAttribute('type', 'button');
    button.setAttribute('data-id', member.id);
    const words = element('span');
    words.append(element('strong', '', member.name), element('span', 'about', member.about));
    button.append(element('span', 'avatar', initials(member.name)), words);
    button.addEventListener('click', () => void open(member));
    const item = element('li');
    item.append(button);
    byId('members').append(item);
    const option = element('option', '', member.name);
    option.setAttribute('value', member.id);
    select.append(option);
  }
  const [first] = members;
  if (first) await open(first);
}

byId('form').addEventListener('submit', (event) => {
  event.preventDefault();
  const words = text.value;
  if (words.length <= textMax) text.value = '';
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
byId('tab-messages').addEventListener('click', () => turn('messages'));
byId('tab-public').addEventListener('click', () => turn('public'));
byId('follow').addEventListener('click', () => {
  if (!current) return;
  const member = current;
  void post('/api/follow', {
    member: member.id,
    text: member.follows ? 'unfollow' : 'follow',
  }).then(() => {
    member.follows = !member.follows;
    byId('follow').textContent = member.follows ? 'Unfollow' : 'Follow';
    tell(
      member.follows
        ? 'Follows the credit union again.'
        : 'Unfollowed: moving money is locked until the member signs in.',
    );
  });
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

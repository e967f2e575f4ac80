// Keeps the inbox fresh and counts the length of a text. Every page works without this file.
const inbox = document.querySelector('.inbox');
const conversation = inbox?.dataset.conversation;
const textarea = document.querySelector('[data-compose] textarea');
const counted = document.querySelector('[data-counted]');

/** Parts that are replaced with those of a fresh page. What somebody writes is not among them. */
const parts = ['#inbox-list', '#thread-head', '#thread', '#context'];

const isUsed = (part) =>
  part.contains(document.activeElement) &&
  part.querySelector('input:focus, select:focus, details[open]');

async function refresh(only) {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const name of only) {
    const old = document.querySelector(name);
    const next = fresh.querySelector(name);
    if (!old || !next || isUsed(old) || old.isEqualNode(next)) continue;
    const focused = old.contains(document.activeElement)
      ? document.activeElement.getAttribute('href')
      : null;
    const top = old.scrollTop;
    old.replaceWith(next);
    next.scrollTop = top;
    if (focused) next.querySelector(`[href="${CSS.escape(focused)}"]`)?.focus();
  }
}

async function look() {
  if (document.visibilityState !== 'visible') return;
  const thread = document.querySelector('#thread');
  if (!conversation || !thread) return;
  const answer = await fetch(`/inbox/${conversation}/news`);
  if (!answer.ok) return;
  const { stamp } = await answer.json();
  if (stamp !== thread.dataset.stamp) await refresh(parts);
}

const every = (seconds, run) => {
  const again = () =>
    run()
      .catch(() => undefined)
      .finally(() => setTimeout(again, seconds * 1000));
  setTimeout(again, seconds * 1000);
};

if (conversation && !location.search.includes('before=')) every(4, look);
if (inbox && !conversation)
  every(6, async () => {
    if (document.visibilityState === 'visible') await refresh(['#inbox-list']);
  });

/** Segments as carriers count them: 160, or 153 each when joined. */
function count() {
  if (!textarea || !counted || !textarea.dataset.once) return;
  const { once, twice, extra, one, many } = textarea.dataset;
  if (textarea.value === '') return;
  let units = Number(extra);
  for (const character of textarea.value)
    units += twice.includes(character) ? 2 : once.includes(character) ? 1 : 1;
  const segments = units <= 160 ? 1 : Math.ceil(units / 153);
  const text = segments === 1 ? one : many.replace('{count}', String(segments));
  counted.textContent = textarea.dataset.count
    .replace('{characters}', String(units))
    .replace('{segments}', text);
}
textarea?.addEventListener('input', count);
count();

textarea?.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    textarea.form.requestSubmit();
  }
});

// A saved reply goes in where the cursor is, so that nothing typed is lost.
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('[data-saved]');
  if (!link || !textarea) return;
  event.preventDefault();
  textarea.setRangeText(link.dataset.saved, textarea.selectionStart, textarea.selectionEnd, 'end');
  link.closest('details').open = false;
  textarea.focus();
  count();
});

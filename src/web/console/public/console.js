// Keyboard and small comforts. Every page works without this file.
const find = document.querySelector('#find');
const keys = document.querySelector('#keys');

for (const button of document.querySelectorAll('[data-keys]')) {
  button.hidden = false;
  button.addEventListener('click', () => keys?.showModal());
}

/** Rows that a key can reach, in the order of the page. */
const rows = () => [...document.querySelectorAll('tr[data-row] a, [data-row-link]')];

function move(step) {
  const all = rows();
  if (all.length === 0) return;
  const at = all.indexOf(document.activeElement);
  const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step;
  all[Math.min(Math.max(next, 0), all.length - 1)].focus();
}

const isTyping = (element) =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement ||
  element.isContentEditable;

let goes = false;

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || keys?.open) return;
  if (isTyping(event.target)) {
    if (event.key === 'Escape') event.target.blur();
    return;
  }
  if (goes) {
    goes = false;
    const place = document.querySelector(`[data-go="${CSS.escape(event.key)}"]`);
    if (place) {
      event.preventDefault();
      place.click();
    }
    return;
  }
  if (event.key === '/') {
    event.preventDefault();
    find?.focus();
  } else if (event.key === '?') keys?.showModal();
  else if (event.key === 'g') goes = true;
  else if (event.key === 'j' || event.key === 'ArrowDown') {
    if (rows().length === 0) return;
    event.preventDefault();
    move(1);
  } else if (event.key === 'k' || event.key === 'ArrowUp') {
    if (rows().length === 0) return;
    event.preventDefault();
    move(-1);
  }
});

// A click anywhere in a row opens it, unless text is being selected.
document.addEventListener('click', (event) => {
  const row = event.target.closest?.('tr[data-row]');
  if (!row || event.target.closest('a, button, input, label, summary')) return;
  if (String(getSelection()) !== '') return;
  row.querySelector('a')?.click();
});

// Moves in a list keep the marked row in view.
document.addEventListener('focusin', (event) => {
  event.target.closest?.('tr[data-row]')?.scrollIntoView({ block: 'nearest' });
});

// A form is sent once.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.dataset.sent !== undefined) event.preventDefault();
  else if (form.method === 'post') form.dataset.sent = '';
});
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
});

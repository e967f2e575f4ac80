// An enrollment under way: asks how it stands and loads the page anew when that has changed. Without script the member does so.

/** @type {HTMLElement | null} */
const card = document.querySelector('[data-enrollment]');
const everyMilliseconds = 3000;

/** @param {{ state: string, follows: boolean | null, triesLeft: number }} now */
const seenOf = (now) => `${now.state} ${String(now.follows)} ${now.triesLeft}`;

const look = async () => {
  if (!card?.dataset.enrollment || document.hidden) return;
  const response = await fetch(card.dataset.enrollment, {
    headers: { accept: 'application/json' },
    credentials: 'same-origin',
  });
  if (!response.ok) return;
  if (seenOf(await response.json()) !== card.dataset.seen) location.reload();
};

if (card) {
  card.querySelector('[data-waiting]')?.removeAttribute('hidden');
  // A network that is away for a moment is asked again.
  setInterval(() => look().catch(() => undefined), everyMilliseconds);
  document.addEventListener('visibilitychange', () => {
    look().catch(() => undefined);
  });
}

// Watches an enrollment and reloads the page when it changes. Without script, the member reloads
// it.

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
  // If the network fails for a moment, we ask again.
  setInterval(() => look().catch(() => undefined), everyMilliseconds);
  document.addEventListener('visibilitychange', () => {
    look().catch(() => undefined);
  });
}

// Looks again by itself, so that no figure is older than a minute. The page works without this file.
const parts = ['#today-at', '#today-figures', '#today-lists'];
const stale = document.querySelector('#today-stale');
let freshAt = Date.now();

async function look() {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
  if (answer.redirected) location.reload();
  if (!answer.ok) throw new Error('no answer');
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const name of parts) {
    const old = document.querySelector(name);
    const next = fresh.querySelector(name);
    if (!old || !next || old.isEqualNode(next)) continue;
    const focused = old.contains(document.activeElement)
      ? document.activeElement.getAttribute('href')
      : null;
    old.replaceWith(next);
    // The same link again, or, if it is gone, the page: the keyboard keeps its place.
    if (focused !== null)
      (next.querySelector(`[href="${CSS.escape(focused)}"]`) ?? content).focus({
        preventScroll: true,
      });
  }
  freshAt = Date.now();
}

const content = document.querySelector('#content');

/** Looks again after so many seconds, for as long as the page is open. */
function lookIn(seconds) {
  setTimeout(() => {
    const looked = document.visibilityState === 'visible' ? look() : Promise.resolve();
    void looked
      .catch(() => undefined)
      .finally(() => {
        if (stale) stale.hidden = Date.now() - freshAt < 60_000;
        lookIn(25);
      });
  }, seconds * 1000);
}

lookIn(25);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && Date.now() - freshAt > 20_000)
    look().catch(() => undefined);
});

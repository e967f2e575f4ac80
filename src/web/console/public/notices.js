// Shows how far a notice has come without loading the page again. The page works without this file.
const every = 5_000;

async function refresh() {
  const old = document.querySelector('#progress[data-refresh]');
  if (!old) return;
  if (document.visibilityState === 'visible') {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (answer.ok) {
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const next = fresh.querySelector('#progress');
      // When it has ended, what can be done with it changes too.
      if (next && !next.hasAttribute('data-refresh')) {
        location.reload();
        return;
      }
      if (next && !old.isEqualNode(next)) old.replaceWith(next);
    }
  }
  setTimeout(again, every);
}

// A network that is away for a moment ends nothing.
const again = () => refresh().catch(() => setTimeout(again, every));

setTimeout(again, every);

/**
 * Keeps the app as high as what the keyboard leaves free: `--free`. Browsers that shrink the page
 * themselves (`interactive-widget`) give the same number.
 */
export function fitViewport(): void {
  const { visualViewport } = window;
  if (!visualViewport) return;
  const root = document.documentElement;
  const fit = () => {
    // A page that is zoomed in stays as it is.
    if (visualViewport.scale > 1.01) return;
    const isTyping = window.innerHeight - visualViewport.height > 120;
    root.style.setProperty('--free', `${visualViewport.height}px`);
    root.classList.toggle('typing-now', isTyping || isCramped());
    // Safari scrolls the page under the keyboard, although nothing is hidden.
    if (isTyping) window.scrollTo(0, 0);
  };
  visualViewport.addEventListener('resize', fit);
  document.addEventListener('focusin', fit);
  document.addEventListener('focusout', fit);
  fit();
}

/** Tells whether somebody writes where a keyboard has left little room. */
function isCramped(): boolean {
  const { activeElement } = document;
  return (
    window.innerHeight < 420 &&
    (activeElement instanceof HTMLTextAreaElement || activeElement instanceof HTMLInputElement)
  );
}

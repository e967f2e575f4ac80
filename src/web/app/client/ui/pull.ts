import { say } from '../given.ts';
import { toast } from './toast.ts';

/** How far a finger pulls before letting go refreshes. */
const enough = 72;

/**
 * Refreshes when the top of a scrolling part is pulled down. The part's `--pull` says how far, from
 * 0 to 1, for its styles.
 * @returns what ends it
 */
export function attachPull(body: HTMLElement, refresh: () => Promise<void>): () => void {
  let from: number | undefined;
  let pulled = 0;
  const set = (part: number) => body.style.setProperty('--pull', String(part));
  const begin = (event: TouchEvent) => {
    from = body.scrollTop <= 0 ? event.touches[0]?.clientY : undefined;
    pulled = 0;
  };
  const move = (event: TouchEvent) => {
    if (from === undefined) return;
    pulled = (event.touches[0]?.clientY ?? from) - from;
    if (body.scrollTop > 0) pulled = 0;
    set(Math.max(0, Math.min(1, pulled / enough)));
  };
  const end = () => {
    const isEnough = from !== undefined && pulled >= enough;
    from = undefined;
    if (!isEnough) {
      set(0);
      return;
    }
    body.dataset['refreshing'] = 'yes';
    void refresh().then(() => {
      delete body.dataset['refreshing'];
      set(0);
      toast(say('refreshed'));
    });
  };
  const passive = { passive: true };
  body.addEventListener('touchstart', begin, passive);
  body.addEventListener('touchmove', move, passive);
  body.addEventListener('touchend', end, passive);
  body.addEventListener('touchcancel', end, passive);
  return () => {
    body.removeEventListener('touchstart', begin);
    body.removeEventListener('touchmove', move);
    body.removeEventListener('touchend', end);
    body.removeEventListener('touchcancel', end);
  };
}

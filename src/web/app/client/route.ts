import { signal } from '@preact/signals';
import { appPath } from '../../../kernel/app-path.ts';

/** The path of the shown screen, below `/app`: `''`, `accounts`, `accounts/7`. */
export const route = signal(routeOf(location.pathname));

/** Gives the screen of a path, decoded. One that can’t be decoded shows the accounts. */
export function routeOf(pathname: string): string {
  try {
    return decodeURIComponent(pathname.slice(appPath.length).replace(/^\/|\/$/g, ''));
  } catch {
    return 'accounts';
  }
}

/** Gives the address of a screen. */
export function pathOf(screen: string): string {
  const parts = screen.split('/').map(encodeURIComponent);
  return screen === '' ? appPath : `${appPath}/${parts.join('/')}`;
}

/** Shows another screen. Back returns from it. */
export function go(screen: string): void {
  if (screen === route.value) return;
  history.pushState({ inside: true }, '', pathOf(screen));
  route.value = screen;
}

/** Shows the screen at a path of this site, as a notification gives it. */
export function goToPath(path: string): void {
  const { pathname } = new URL(path, location.origin);
  if (pathname === appPath || pathname.startsWith(`${appPath}/`)) go(routeOf(pathname));
}

/** Goes back, or up where there is nothing to go back to. */
export function goBack(up: string): void {
  const state: unknown = history.state;
  if (typeof state === 'object' && state !== null && 'inside' in state) history.back();
  else go(up);
}

addEventListener('popstate', () => {
  route.value = routeOf(location.pathname);
});

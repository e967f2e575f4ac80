/** Whether the app runs from the Home Screen, and not in a tab of a browser. */
export const isInstalled =
  matchMedia('(display-mode: standalone)').matches ||
  // Safari on an iPhone says it here.
  Reflect.get(navigator, 'standalone') === true;

/**
 * Where the app may keep something: on an installed app's phone until it is sent, in a tab only
 * until the tab is closed. A tab may be on a shared computer, and Safari empties its storage anyway.
 */
export const store: Storage = isInstalled ? localStorage : sessionStorage;

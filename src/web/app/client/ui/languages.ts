import { appPath } from '../../../../kernel/app-path.ts';
import { h, type Part } from '../element.ts';
import { given, say } from '../given.ts';

/** The languages that the institution offers. A choice is kept in this browser, as on the site. */
export const Languages: Part<object> = () =>
  given.languages.length < 2
    ? null
    : h(
        'div',
        { class: 'languages', role: 'group', 'aria-label': say('language') },
        ...given.languages.map(({ code, name }) =>
          h(
            'button',
            {
              type: 'button',
              class: 'bare',
              lang: code,
              'aria-pressed': code === given.language,
              onClick: () => void speak(code),
            },
            name,
          ),
        ),
      );

/** Keeps the choice on the server's side, and loads the app in it. */
async function speak(language: string): Promise<void> {
  await fetch('/language', {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ language, next: appPath }),
  });
  // The worker's script differs by language, so its update brings the other texts.
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration) {
    const changed = new Promise((resolve) => {
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
      setTimeout(resolve, 4_000);
    });
    await registration.update().catch(() => undefined);
    await changed;
  }
  location.reload();
}

import { signal } from '@preact/signals';
import type { JSX } from 'preact';
import { h, show, type Part } from '../element.ts';
import { say } from '../given.ts';
import { isInstalled } from '../installed.ts';
import { Screen } from '../ui/screen.ts';

/** The browser’s offer to install, where it makes one (Android, computers). */
interface InstallEvent extends Event {
  prompt(): Promise<{ readonly outcome: string }>;
}

const offer = signal<InstallEvent | undefined>(undefined);
const isDone = signal(isInstalled);

addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault();
  if ('prompt' in event && typeof event.prompt === 'function')
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the DOM's types don't have this event
    offer.value = event as InstallEvent;
});
addEventListener('appinstalled', () => {
  isDone.value = true;
});

/** Says how the app comes to the Home Screen, on an iPhone and on Android. */
export const Install: Part<object> = () =>
  show(Screen, {
    title: say('install_title'),
    up: 'you',
    children: [
      h('p', { class: 'soft' }, say('install_text')),
      isDone.value
        ? h('p', { class: 'note', role: 'status' }, say('install_done'))
        : offer.value
          ? h(
              'button',
              { type: 'button', class: 'primary wide', onClick: () => void offer.value?.prompt() },
              say('install_now'),
            )
          : null,
      steps(say('install_iphone'), [
        say('install_iphone_1'),
        say('install_iphone_2'),
        say('install_iphone_3'),
      ]),
      steps(say('install_android'), [
        say('install_android_1'),
        say('install_android_2'),
        say('install_android_3'),
      ]),
    ],
  });

function steps(title: string, texts: readonly string[]): JSX.Element {
  return h(
    'section',
    { class: 'steps' },
    h('h2', null, title),
    h('ol', null, ...texts.map((text) => h('li', null, text))),
  );
}

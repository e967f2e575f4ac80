import { appPath } from '../kernel/app-path.ts';
import type { PushAbout } from '../kernel/vocabulary/push-about.ts';
import type { Language } from '../kernel/vocabulary/language.ts';
import { packs } from '../languages/index.ts';

/** Where a tap leads, by what the push is about: the app's own screens, which stay within its scope. */
const targets: Readonly<Record<PushAbout, string>> = {
  message: appPath,
  approval: `${appPath}/approvals`,
};

/**
 * Words a push: a declarative one (WebKit, from iOS 18.4), which a worker can read as well. It has a fixed sentence and a number, and
 * nothing of the member or of what waits. A lock screen shows it to anyone.
 * @param given.waiting how many messages and approvals wait, for the badge
 */
export function pushPayload(given: {
  readonly about: PushAbout;
  readonly language: Language;
  readonly publicUrl: string;
  readonly waiting: number;
}): Uint8Array {
  const { about, language, publicUrl, waiting } = given;
  const declared = {
    web_push: 8030,
    notification: {
      title: packs[language].site.devices[`push_${about}`],
      lang: language,
      navigate: new URL(targets[about], publicUrl).href,
      tag: about,
      // WebKit’s example has a text here, the W3C’s draft a number outside.
      app_badge: String(waiting),
    },
    app_badge: waiting,
  };
  return Buffer.from(JSON.stringify(declared));
}

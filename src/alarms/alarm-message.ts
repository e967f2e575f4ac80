import { packs } from '../languages/index.ts';
import { filled } from '../languages/say.ts';
import { defaultLanguage } from '../kernel/vocabulary/language.ts';
import type { Institution } from '../members/institution.ts';
import type { AlarmSend } from './sends.ts';

/** What an alarm says: its kind and reference, and no word about a member. */
export interface AlarmMessage {
  readonly subject: string;
  readonly text: string;
  /** The page of the console; absent where the institution has no console. */
  readonly url: string | undefined;
}

/** Words an alarm in the institution's first language. */
export function alarmMessage(
  { settings, name }: Pick<Institution, 'settings' | 'name'>,
  send: Pick<AlarmSend, 'kind' | 'reference' | 'step'>,
  consoleUrl: string | undefined,
): AlarmMessage {
  const { alarms } = packs[settings.languages[0] ?? defaultLanguage].console;
  const { kind, reference, step } = send;
  const what = alarms[`kind_${kind}`];
  const section = reference.startsWith('A') ? 'approvals' : 'tasks';
  const url = consoleUrl === undefined ? undefined : `${consoleUrl}/${section}/${reference}`;
  const lines = [
    what,
    filled(alarms.reference, { reference }),
    ...(step > 0 ? [alarms.nobody] : []),
    url === undefined ? alarms.sign_in : url,
    alarms.no_data,
  ];
  return {
    subject: filled(alarms.subject, { institution: name, what, reference }),
    text: `${lines.join('\n\n')}\n`,
    url,
  };
}

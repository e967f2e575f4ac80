import type { Form } from '../frame/act.ts';
import type { SignedInRequest } from '../frame/console-env.ts';

/** The ticks of a form that say what extends the deadlines. */
export const flags = ['newAccount', 'pointOfSale', 'outsideUs', 'writtenAsked'] as const;

/** Reads the form by which staff open a dispute by hand. Its time is the institution's. */
export function openedByHand({ institution }: SignedInRequest, form: Form): object {
  const at = localTime(form['receivedAt'] ?? '');
  const ticked = Object.fromEntries(flags.map((name) => [name, form[name] === 'on']));
  return {
    ...ticked,
    ...(at ? { receivedAt: at.toZonedDateTime(institution.zone).toInstant().toString() } : {}),
  };
}

/** A time that a browser's field for it writes; `undefined` for another text. */
function localTime(text: string): Temporal.PlainDateTime | undefined {
  try {
    return text === '' ? undefined : Temporal.PlainDateTime.from(text);
  } catch {
    return undefined;
  }
}

/** The days that one person may record, by the name of their field. The others take two. */
export const recordedDays = [
  'statementOn',
  'writtenOn',
  'creditToldOn',
  'resultToldOn',
  'withdrawalToldOn',
] as const;

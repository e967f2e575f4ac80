import { moment } from '../ui/figures.ts';
import type { Html } from '../ui/html.ts';
import type { Visit } from './screen.ts';

/** An instant of an operation's answer, as the member reads it. */
export function momentOf({ act }: Pick<Visit, 'act'>, at: string): Html {
  return moment(Temporal.Instant.from(at), {
    zone: act.institution.zone,
    language: act.language,
  });
}

import { moment } from '../../ui/figures.ts';
import type { Html } from '../../ui/html.ts';
import type { Visit } from './screen.ts';

/** An instant of an operation's answer, as the member reads it. */
export function momentOf({ request }: Pick<Visit, 'request'>, at: string): Html {
  return moment(Temporal.Instant.from(at), {
    zone: request.institution.zone,
    language: request.language,
  });
}

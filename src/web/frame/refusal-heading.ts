import type { Told } from '../../operations/perform.ts';
import type { RequestContext } from '../../operations/request-context.ts';
import { packs } from '../../languages/index.ts';
import { sayOf } from '../../languages/say.ts';

/** The title of a page that shows a refusal and nothing else. */
export function refusalHeading(
  { language }: Pick<RequestContext, 'language'>,
  { status }: Pick<Told, 'status'>,
): string {
  return sayOf(packs[language].site.frame)(status === 404 ? 'not_found' : 'refused');
}

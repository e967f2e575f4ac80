import { z } from 'zod';

/**
 * What X adds to a message's text: its own short links, and the place of a picture. Each part is parsed separately, so that an
 * unknown form of one loses no message.
 */
const link = z.looseObject({
  url: z.string(),
  expanded_url: z.string().optional().catch(undefined),
  display_url: z.string().optional().catch(undefined),
});

const links = z
  .array(z.unknown())
  .transform((all) => all.flatMap((one) => link.safeParse(one).data ?? []))
  .optional()
  .catch(undefined);

export const textEntities = z
  .looseObject({ urls: links, media: links })
  .optional()
  .catch(undefined);

/** In the older format: one attachment, with its link in the text. */
export const textAttachment = z
  .looseObject({ type: z.literal('media'), media: link.optional().catch(undefined) })
  .optional()
  .catch(undefined);

/** In the newer format: keys of pictures, and no link. */
export const textAttachments = z
  .looseObject({ media_keys: z.array(z.unknown()).optional().catch(undefined) })
  .optional()
  .catch(undefined);

export interface Shown {
  readonly text: string;
  readonly entities?: z.output<typeof textEntities>;
  readonly attachment?: z.output<typeof textAttachment>;
  readonly attachments?: z.output<typeof textAttachments>;
}

/** The text as its author typed it: without the link that X adds for a picture, and with plain `&`, `<` and `>`. */
export function typedText({ text, entities, attachment, attachments }: Shown): string {
  const added = [
    ...(attachment?.media ? [attachment.media] : []),
    ...(entities?.media ?? []),
    ...(entities?.urls ?? []).filter(isPicture),
  ].map(({ url }) => url);
  const hasPicture = attachment !== undefined || (attachments?.media_keys ?? []).length > 0;
  return decoded(withoutAdded(text, added, hasPicture));
}

/** X writes three characters as HTML entities. Each is decoded once: `&amp;lt;` was typed as `&lt;`. */
export function decoded(text: string): string {
  return text.replaceAll(/&(amp|lt|gt);/g, (whole, name: string) => characters.get(name) ?? whole);
}

const characters: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
]);

/** X puts picture links last. Links that the author wrote earlier in the text stay. */
function withoutAdded(text: string, added: readonly string[], hasPicture: boolean): string {
  const [, before = '', last = ''] = /^(.*?)\s*(https?:\/\/t\.co\/\w+)\s*$/su.exec(text) ?? [];
  if (last === '') return text;
  if (added.includes(last)) return withoutAdded(before, added, false);
  return added.length === 0 && hasPicture ? before : text;
}

/** X's own address of a picture or video, even if X also lists it among links. */
function isPicture({
  expanded_url: address = '',
  display_url: shown = '',
}: z.output<typeof link>): boolean {
  return (
    /^pic\.(?:x|twitter)\.com\//.test(shown) ||
    /^https:\/\/(?:www\.)?(?:x|twitter)\.com\/(?:messages\/media\/\d|\w+\/status\/\d+\/(?:photo|video)\/\d)/.test(
      address,
    )
  );
}

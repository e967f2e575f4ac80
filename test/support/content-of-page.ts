/**
 * Gives a page's title and content, without the frame around them: tests of the whole site cover
 * the frame. An answer that is no page stays as it is.
 */
export function contentOfPage(text: string): string {
  const content = /<main [^>]*>([\s\S]*)<\/main>/.exec(text)?.[1];
  return content === undefined
    ? text
    : `${/<title>[\s\S]*?<\/title>/.exec(text)?.[0] ?? ''}${content}`;
}

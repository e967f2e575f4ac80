/** A channel's slug inside an operation's id: `phone` in `beginPhoneEnrollment`. */
export function capitalized(slug: string): string {
  return slug.charAt(0).toUpperCase() + slug.slice(1);
}

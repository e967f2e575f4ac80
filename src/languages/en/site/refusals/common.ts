/** Refusals of any operation. `{…}` are places. */
export const common = {
  input_invalid: 'Something is missing or not valid. Please correct the marked fields.',
  sign_in_first: 'Please sign in first.',
  verify_first: 'Please confirm that it’s you before you do this.',
  cross_site: 'This request came from another site, so we didn’t carry it out.',
  not_found: 'We couldn’t find that, or it isn’t yours.',
  books_away:
    'We can’t reach your accounts right now, so nothing was done. Please try again in a few minutes.',
  too_large: 'That’s more than we can take at once.',
  not_json: 'Send JSON, with the content type application/json.',
  json_malformed: 'The body is not a JSON object.',
  method_unknown:
    'This method is not allowed here. The Allow header lists the methods you can use.',
  too_many: 'Too many attempts. Please wait a while and try again.',
  failed:
    'Something went wrong on our side. Check your accounts before you try again. If you call us, give us this number: {id}.',
  unavailable:
    'We can’t do this right now; nothing was changed. Please try again in a few minutes.',
} as const;

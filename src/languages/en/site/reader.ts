/** The page that describes the API to developers. */
export const reader = {
  title: 'API',
  lead: 'Programs can do everything members do here, as JSON, with the same checks and the same refusals. The session cookie identifies the caller.',
  description: 'OpenAPI 3.1 description',
  contents: 'Contents',
  input: 'Request',
  output: 'Response',
  refusals: 'Refusals',
  access_anyone: 'for anyone',
  access_member: 'for members who are signed in',
  access_fresh: 'for members who confirmed their identity within the last five minutes',
} as const;

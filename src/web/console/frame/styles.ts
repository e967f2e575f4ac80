/** The console's stylesheets, in the order in which pages load them: tokens and parts, then each section's own. */
export const consoleStyles = [
  'console.css',
  'members.css',
  'inbox.css',
  'work.css',
  'settings.css',
  'sign-in.css',
  'notices.css',
] as const;

/** The frame around every page. `{…}` are places. */
export const frame = {
  skip: 'Skip to the content',
  navigation: 'Online banking',
  accounts: 'Accounts',
  transfer: 'Transfer',
  messages: 'Messages',
  security: 'Security',
  sign_in: 'Sign in',
  sign_out: 'Sign out',
  commands: 'What you can text us',
  language: 'Language',
  call: 'Questions? Call {phone}, {hours}.',
  demonstration: 'This is a demonstration. No real money is here.',
  not_found: 'We can’t find this page',
  not_found_text: 'It may have moved, or the address may have a typo. Nothing was changed.',
  failed: 'Something went wrong on our side',
  failed_text:
    'We can’t tell whether your request went through. Check your accounts before you try again. If you call us, give us this number: {id}.',
  refused: 'We couldn’t do that',
  home: 'Home',
} as const;

/** What only the demonstration says. */
export const demonstration = {
  verify_title: 'Is that you?',
  verify_lead:
    'Members confirm with their passkey here. In this demonstration one click is enough. You can create a real passkey under Security.',
  verify: 'It’s me',
} as const;

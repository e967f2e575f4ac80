/** The agreements, in American English. `{…}` are places. */
export const agreements = {
  agree_title: 'Before you start',
  agree_regulation_e: 'I have read the disclosures on electronic transfers and agree.',
  agree_regulation_e_title: 'Disclosures on electronic transfers',
  agree_regulation_e_text:
    'You can move money between your own accounts by message, up to your limits and ours. There is no fee. If you see a transfer that you did not make, or lose your phone or X account, tell us at once: {phone}, or DISPUTE or LOCK by message. If you tell us within 2 business days you can lose no more than $50; if later, up to $500. Tell us of an error within 60 days of the statement that shows it, or you may not get back what is lost after that. We investigate within 10 business days; where we need up to 45 days, we credit you provisionally meanwhile. If we do not complete a transfer correctly, we are liable for your losses, except where you lacked funds or events were beyond our control. Every transfer has a receipt in the message and stands in your statement. {business_days} We tell others about your accounts only to complete transfers, where the law demands it, or with your permission.',
  agree_esign: 'I agree to get these and later disclosures electronically.',
  agree_esign_title: 'Electronic delivery',
  agree_esign_text:
    'You get disclosures and notices here, in {portal}, instead of on paper. You need a browser that shows this page, and can print or save it. You may ask for paper free of charge, or take this agreement back, at any time under {phone}; then the service by message ends. Keep your addresses up to date here.',
  agree_sms_terms: 'I agree to text messages on these terms.',
  agree_sms_terms_title: 'Terms of text messages',
  agree_sms_terms_text:
    '{service} answers when you write, and tells you about changes to your service: message frequency varies. Message and data rates may apply. Send STOP to end, HELP for help, or call {phone}. A text message is a weak proof of who you are: numbers can be stolen. So codes, limits and locks are changed only here, and we recommend a passkey for signing in.',
  app_terms:
    '{service} answers here when you write, and tells you about your accounts and changes to your service. There is no charge. Send STOP here to end these messages, START to get them again, HELP for help, or call {phone}.',
  agree_passkey: 'Set up a passkey',
} as const;

import type { Letters } from '../letter.ts';

export const letters: Letters = {
  received: {
    subject: 'We received your notice of a possible error, {reference}',
    paragraphs: [
      'On {received} you told us of a possible error on your account. We are looking into it under the number {reference}.',
      'We decide by {due}. If we need longer, we credit your account provisionally by that day for the amount in question, and you can use the money while we look. Then we decide by {last}.',
      'We tell you the result within three business days after we decide.',
      'If you remember more, or have papers that help, call {phone} or write to {address}.',
    ],
  },
  credited: {
    subject: 'We credited your account provisionally, {reference}',
    paragraphs: [
      'On {today} we credited {amount} to your account {account}, while we look into your notice {reference}.',
      'You have the full use of this money while we look.',
      'We decide by {last}. If we find that there was no error, or another amount, we tell you before we take the credit back.',
      'Questions? Call {phone}.',
    ],
  },
  no_error: {
    subject: 'The result of our look into {reference}: no error',
    paragraphs: [
      'We looked into your notice of {received}. We found that no error occurred, or that it was another one than you described.',
      '{findings}',
      'You have the right to the documents that we relied on. Ask for them by telephone at {phone} or in writing at {address}, and we send you copies promptly and without charge.',
    ],
  },
  corrected: {
    subject: 'The result of our look into {reference}: we corrected the error',
    paragraphs: [
      'We looked into your notice of {received}. We found that an error occurred, and we corrected it on {today}.',
      '{findings}',
      'Your account {account} has {amount} for it, and this credit is final.',
      'Questions? Call {phone}.',
    ],
  },
  credit_withdrawn: {
    subject: 'We took back the provisional credit for {reference}',
    paragraphs: [
      'On {today} we took {amount} back from your account {account}. It was the provisional credit for your notice {reference}, where we found no error.',
      'Until {honor} we pay checks and preauthorized transfers from your account without a charge to you, as far as the credit would have covered them.',
      'You have the right to the documents that we relied on. Ask for them by telephone at {phone} or in writing at {address}.',
    ],
  },
};

/**
 * The name of an empty cache that is there while nobody is signed in. The app makes it, and its
 * worker looks for it: a worker can read no other store as fast.
 */
export const signedOutNote = 'signed-out';

// Takes back the app's note that nobody is signed in on this device, so that its next start shows no sign-in.
// The name is that of web/app/signed-out-note.ts. A browser that keeps nothing has no note.
globalThis.caches?.delete('signed-out').catch(() => undefined);

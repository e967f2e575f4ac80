/** Where the app for the Home Screen is on an institution's host: its start, its scope and its identity. */
export const appPath = '/app';

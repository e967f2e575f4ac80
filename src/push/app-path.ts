import { descriptors } from '../channels/descriptors.ts';

/** Where the app and its operations are: at the institution's own host, beside its site. */
export const appPath = `/${descriptors.app.slug}`;

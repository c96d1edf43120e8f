/** The version of this copy of Hopline, as in package.json. */
export const VERSION = '0.1.0';
